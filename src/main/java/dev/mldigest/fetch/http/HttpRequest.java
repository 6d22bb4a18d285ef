package dev.mldigest.fetch.http;

import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Validators;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One thing to get.
 *
 * @param accept the Accept header
 * @param arxiv whether arXiv's own rule applies: one request at a time, three seconds apart
 * @param key sent as X-Api-Key to the address's own host alone, or null
 */
public record HttpRequest(
    URI url, Validators validators, String accept, boolean arxiv, @Nullable Secret key) {
  static final String FEEDS =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
  public static final String PAGES =
      "text/html, application/xhtml+xml, text/plain;q=0.8, application/pdf;q=0.5, */*;q=0.1";

  static final String JSON = "application/json";
  static final String TRANSCRIPTS =
      "text/vtt, application/x-subrip, application/srt, application/json;q=0.9, text/html;q=0.8,"
          + " text/plain;q=0.8, */*;q=0.1";
  public static final String SITEMAPS =
      "application/xml, text/xml, application/gzip;q=0.9, */*;q=0.5";

  public HttpRequest(URI url, Validators validators, String accept, boolean arxiv) {
    this(url, validators, accept, arxiv, null);
  }

  public static HttpRequest json(URI url, @Nullable Secret key) {
    return new HttpRequest(url, Validators.NONE, JSON, false, key);
  }

  public static HttpRequest feed(URI url, Validators validators) {
    return new HttpRequest(url, validators, FEEDS, false);
  }

  static HttpRequest page(URI url) {
    return new HttpRequest(url, Validators.NONE, PAGES, false);
  }

  public static HttpRequest arxiv(URI url) {
    return arxiv(url, Validators.NONE);
  }

  public static HttpRequest arxiv(URI url, Validators validators) {
    return new HttpRequest(url, validators, FEEDS, true);
  }
}
