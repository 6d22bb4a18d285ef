package dev.mldigest.net;

import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of headers in the three forms that RFC 9110 section 5.6.7 asks for (IMF-fixdate,
 * RFC 850's, asctime's) and in those that browsers forgive.
 */
public final class HttpDate {
  private HttpDate() {}

  /** The instant, or null where the text is no date. */
  public static @Nullable Instant read(@Nullable String text) {
    return text == null
        ? null
        : new Headers.Builder().addUnsafeNonAscii("Date", text).build().getInstant("Date");
  }
}
