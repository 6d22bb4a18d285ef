package dev.mldigest.fetch.http;

import dev.mldigest.net.HttpDate;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long a server asks to be left alone. */
public final class Freshness {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,12})");

  private Freshness() {}

  /** Cache-Control's max-age, else Expires; zero to 24 hours (RFC 9111 section 4.2.1). */
  public static Duration of(HttpReply.Answered answered) {
    String control = answered.header("Cache-Control");
    var maxAge = MAX_AGE.matcher(control == null ? "" : control);
    if (maxAge.find()) {
      return RetryAfter.capped(Duration.ofSeconds(Long.parseLong(maxAge.group(1))));
    }
    var expires = HttpDate.read(answered.header("Expires"));
    var date = HttpDate.read(answered.header("Date"));
    return expires == null || date == null
        ? Duration.ZERO
        : RetryAfter.capped(Duration.between(date, expires));
  }
}
