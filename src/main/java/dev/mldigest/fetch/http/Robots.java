package dev.mldigest.fetch.http;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.mldigest.domain.Validators;
import dev.mldigest.net.AddressGuard;
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
public final class Robots {
  /** How the objection of a robots.txt that could not be had ends: it may be had later. */
  public static final String UNREADABLE = " could not be read.";

  /** Section 2.5. */
  private static final int MOST_BYTES = 500 * 1024;

  private final Http http;
  private final List<String> names;
  private final ConcurrentHashMap<String, Site> sites = new ConcurrentHashMap<>();

  public Robots(Http http) {
    this.http = http;
    this.names = List.of(http.productToken());
  }

  /** Why the page may not be read, or null if it may. */
  @Nullable
  public String objection(URI url) {
    if (url.getHost() == null || url.getScheme() == null) {
      return "Only http and https addresses are asked.";
    }
    String site = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    return sites.computeIfAbsent(site, Site::new).objection(url);
  }

  private final class Site {
    private final URI address;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable BaseRobotRules rules;

    /** Why the site itself may not be asked for anything, its robots.txt included. */
    private @Nullable String refusal;

    Site(String site) {
      address = URI.create(site + "/robots.txt");
    }

    @Nullable String objection(URI url) {
      BaseRobotRules known = rules();
      if (refusal != null) {
        return refusal;
      }
      return known.isAllowed(url.toString())
          ? null
          : known.isAllowNone() && known.isDeferVisits()
              ? "The robots.txt of " + url.getHost() + UNREADABLE
              : "The robots.txt of " + url.getHost() + " does not allow it.";
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
    private @Nullable String ownRefusal() {
      HttpUrl url = HttpUrl.parse(address.toString());
      return url == null ? null : AddressGuard.refusal(url.host());
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
      if (reply instanceof HttpReply.Refused(String why) && why.equals(ownRefusal())) {
        refusal = why;
      }
      // The parser's own reading of a 5xx: nothing for now.
      return parser.failedFetch(503);
    }
  }
}
