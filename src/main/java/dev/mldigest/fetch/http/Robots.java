package dev.mldigest.fetch.http;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.Refusal;
import dev.mldigest.domain.Validators;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What sites' robots.txt allow us (RFC 9309), read once a host and process. 4xx allows everything,
 * 5xx and silence forbid everything (sections 2.3.1.3 and 2.3.1.4).
 */
public final class Robots implements Objection {
  /** Section 2.5. */
  private static final int MOST_BYTES = 500 * 1024;

  private final Http http;
  private final List<String> names;
  private final ConcurrentHashMap<String, Site> sites = new ConcurrentHashMap<>();

  public Robots(Http http) {
    this.http = http;
    this.names = List.of(http.productToken());
  }

  @Override
  public HttpReply.@Nullable Refused to(URI url) {
    if (url.getHost() == null || url.getScheme() == null) {
      return HttpReply.Refused.forbidden("", "Only http and https addresses are asked.");
    }
    String site = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    return sites.computeIfAbsent(site, Site::new).to(url);
  }

  /** True where nobody knows the host whose robots.txt was asked for. */
  boolean knowsNoHost(URI url) {
    String site = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    Site asked = sites.get(site);
    return asked != null && asked.unknown;
  }

  private final class Site {
    private final URI address;
    private volatile boolean unknown;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable BaseRobotRules rules;

    /** Why the site itself may not be asked for anything, its robots.txt included. */
    private HttpReply.@Nullable Refused refusal;

    Site(String site) {
      address = URI.create(site + "/robots.txt");
    }

    HttpReply.@Nullable Refused to(URI url) {
      BaseRobotRules known = rules();
      if (refusal != null) {
        return refusal;
      }
      return known.isAllowed(url.toString())
          ? null
          : known.isAllowNone() && known.isDeferVisits()
              ? refused(Refusal.ROBOTS_UNREAD, url, " could not be read.")
              : refused(Refusal.FORBIDDEN, url, " does not allow it.");
    }

    private static HttpReply.Refused refused(Refusal why, URI url, String verdict) {
      return new HttpReply.Refused(
          why, url.getHost(), "The robots.txt of " + url.getHost() + verdict);
    }

    /** The first caller reads, all others wait for it. */
    private BaseRobotRules rules() {
      lock.lock();
      try {
        BaseRobotRules known = rules;
        if (known == null) {
          known = read();
          rules = known;
        }
        return known;
      } finally {
        lock.unlock();
      }
    }

    /** Where robots.txt is refused on its way to another host, the site itself is not. */
    private boolean isOwn(HttpReply.Refused refused) {
      HttpUrl url = HttpUrl.parse(address.toString());
      return refused.why() == Refusal.NOT_PUBLIC
          && url != null
          && refused.host().equals(url.host());
    }

    private BaseRobotRules read() {
      HttpReply reply =
          http.get(new HttpRequest(address, Validators.NONE, "text/plain, */*;q=0.1", false));
      SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
      if (reply instanceof HttpReply.Answered answered) {
        int status = answered.status();
        if (status >= 200 && status < 300) {
          byte[] body = answered.body();
          byte[] head = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
          return parser.parseContent(address.toString(), head, "text/plain", names);
        }
        if (status >= 400 && status < 500) {
          return new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
        }
      }
      if (reply instanceof HttpReply.Refused refused && isOwn(refused)) {
        refusal = refused;
      }
      unknown =
          reply instanceof HttpReply.Broken broken && broken.why() == FetchFailure.UNKNOWN_HOST;
      // The parser's own reading of a 5xx: nothing for now.
      return parser.failedFetch(503);
    }
  }
}
