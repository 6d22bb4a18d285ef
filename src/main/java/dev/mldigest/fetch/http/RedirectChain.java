package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One walk from the address asked for to the answer. Good for one use. */
final class RedirectChain {
  /** RFC 2068 section 10.3 had five; a site's longest honest chain adds https, www and a slash. */
  private static final int REDIRECTS = 5;

  private final Turns turns;
  private final AddressRules addresses;
  private final Objection rule;
  private final Set<String> seen = new HashSet<>();
  private boolean permanent = true;

  RedirectChain(Turns turns, AddressRules addresses, Objection rule) {
    this.turns = turns;
    this.addresses = addresses;
    this.rule = rule;
  }

  HttpReply follow(HttpRequest request, Exchanges.Place place, Turns.TimeLeft left)
      throws InterruptedException {
    HttpUrl url = HttpUrl.parse(request.url().toString());
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (url == null) {
        return HttpReply.Refused.forbidden("", "Only valid http and https addresses are asked.");
      }
      HttpReply no = objection(url);
      if (no != null) {
        return no;
      }
      HttpReply reply = turns.ask(request, url, place, left);
      if (!(reply instanceof HttpReply.Answered answered)) {
        return reply;
      }
      String target = answered.redirect();
      if (target == null) {
        return hop > 0 && permanent ? answered.withMove(url.uri()) : answered;
      }
      permanent &= answered.status() == 301 || answered.status() == 308;
      HttpUrl next = url.resolve(target);
      if (next != null && url.isHttps() && !next.isHttps()) {
        return HttpReply.Refused.forbidden(
            url.host(), url.host() + " redirects from https to http.");
      }
      url = next;
    }
    return tooMany(request.url().getHost());
  }

  private @Nullable HttpReply objection(HttpUrl url) {
    HttpReply no = addresses.objection(url);
    if (no != null) {
      return no;
    }
    return seen.add(url.newBuilder().fragment(null).build().toString())
        ? rule.to(url.uri())
        : tooMany(url.host());
  }

  private static HttpReply tooMany(@Nullable String host) {
    return new HttpReply.Broken(
        FetchFailure.TOO_MANY_REDIRECTS,
        "%s redirects in a circle or more than %d times."
            .formatted(host == null ? "The server" : host.toLowerCase(Locale.ROOT), REDIRECTS));
  }
}
