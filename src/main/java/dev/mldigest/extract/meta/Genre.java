package dev.mldigest.extract.meta;

import java.util.Locale;

/**
 * What kind of page it says it is.
 *
 * @param type of Open Graph, in lower case, or empty
 * @param generator the program that wrote the page, in lower case, or empty
 * @param citation whether it is that of a paper
 */
public record Genre(String type, String generator, JsonLd jsonLd, boolean citation) {
  static Genre of(SelfDescription told) {
    return new Genre(
        told.meta("og:type").toLowerCase(Locale.ROOT),
        told.meta("generator").toLowerCase(Locale.ROOT),
        told.jsonLd,
        told.has("citation_title"));
  }

  Genre paper() {
    return new Genre(type, generator, jsonLd, true);
  }
}
