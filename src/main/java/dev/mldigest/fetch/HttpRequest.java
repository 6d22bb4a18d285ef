package dev.mldigest.fetch;

import dev.mldigest.domain.Validators;
import java.net.URI;

/**
 * One thing to get.
 *
 * @param accept the Accept header
 * @param arxiv whether arXiv's own rule applies: one request at a time, three seconds apart
 */
public record HttpRequest(URI url, Validators validators, String accept, boolean arxiv) {
  static final String FEEDS =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
  static final String PAGES = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1";

  static HttpRequest feed(URI url, Validators validators) {
    return new HttpRequest(url, validators, FEEDS, false);
  }

  static HttpRequest page(URI url) {
    return new HttpRequest(url, Validators.NONE, PAGES, false);
  }

  static HttpRequest arxiv(URI url) {
    return arxiv(url, Validators.NONE);
  }

  static HttpRequest arxiv(URI url, Validators validators) {
    return new HttpRequest(url, validators, FEEDS, true);
  }
}
