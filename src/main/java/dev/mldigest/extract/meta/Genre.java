package dev.mldigest.extract.meta;

import dev.mldigest.web.VideoId;
import java.util.Locale;

/**
 * What kind of page it says it is.
 *
 * @param type of Open Graph, in lower case, or empty
 * @param generator the program that wrote the page, in lower case, or empty
 * @param description what it says that it is about, or empty
 * @param citation whether it is that of a paper
 */
public record Genre(
    String type, String generator, JsonLd jsonLd, String description, boolean citation) {
  static Genre of(SelfDescription told) {
    return new Genre(
        told.meta("og:type").toLowerCase(Locale.ROOT),
        told.meta("generator").toLowerCase(Locale.ROOT),
        told.jsonLd,
        SelfDescription.first(
            told.jsonLd.text("description"), told.meta("description"), told.meta("og:description")),
        told.has("citation_title"));
  }

  Genre paper() {
    return new Genre(type, generator, jsonLd, description, true);
  }

  /** Whether the page at the address shows a video in the place of an article. */
  public boolean isVideo(String url) {
    return jsonLd.type().equals("VideoObject") || type.startsWith("video") || VideoId.isIn(url);
  }
}
