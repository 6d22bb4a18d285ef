package dev.mldigest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an item's other vocabularies say where its format's own element is silent: a podcast's or
 * Dublin Core's title, a guid that is a permanent link, a date of DCMI terms.
 *
 * @param title plain text, or empty
 * @param link absolute, or null
 * @param date null if there is none either
 */
public record OtherVocabularies(String title, @Nullable String link, @Nullable Instant date) {
  public static final OtherVocabularies NOTHING = new OtherVocabularies("", null, null);
}
