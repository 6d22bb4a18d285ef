package dev.mldigest.fetch.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What became of asking for an article's page. */
public sealed interface PageOutcome {
  /**
   * @param url where it came from, after redirects
   * @param contentType the header as sent, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Page(URI url, @Nullable String contentType, byte[] body) implements PageOutcome {}

  /** The site, or our own rules, do not want it read. */
  record Blocked(String reason) implements PageOutcome {}

  record Failed(String reason) implements PageOutcome {}
}
