package dev.mldigest.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item exactly as a feed states it, in the feed's order. Nothing here is trusted: texts may be
 * hostile.
 *
 * @param guid the feed's own identifier, or null
 * @param title plain text: tags removed, character references decoded, white space folded; empty if
 *     absent
 * @param link absolute where a base was known, http or https only, or null
 * @param published null if absent or unreadable, never "now"
 * @param summary HTML as given
 * @param content HTML as given, the full text if the feed carries it
 * @param transcripts what was said in the recording (podcast:transcript): addresses and media types
 */
public record FeedEntry(
    @Nullable String guid,
    String title,
    @Nullable String link,
    @Nullable Instant published,
    @Nullable Instant updated,
    List<String> authors,
    @Nullable String summary,
    @Nullable String content,
    List<String> categories,
    List<Enclosure> enclosures,
    List<Enclosure> transcripts,
    Signals signals,
    OtherVocabularies elsewhere) {
  public FeedEntry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    transcripts = List.copyOf(transcripts);
  }

  /** An entry that states all it has to say in its format's own elements. */
  public FeedEntry(
      @Nullable String guid,
      String title,
      @Nullable String link,
      @Nullable Instant published,
      @Nullable Instant updated,
      List<String> authors,
      @Nullable String summary,
      @Nullable String content,
      List<String> categories,
      List<Enclosure> enclosures,
      List<Enclosure> transcripts,
      Signals signals) {
    this(
        guid,
        title,
        link,
        published,
        updated,
        authors,
        summary,
        content,
        categories,
        enclosures,
        transcripts,
        signals,
        OtherVocabularies.NOTHING);
  }

  /** The same with what it does not state itself taken from {@link #elsewhere}. */
  public FeedEntry completed() {
    if (elsewhere.equals(OtherVocabularies.NOTHING)) {
      return this;
    }
    boolean dated = published != null || updated != null;
    return new FeedEntry(
        guid,
        title.isEmpty() ? elsewhere.title() : title,
        link == null ? elsewhere.link() : link,
        dated ? published : elsewhere.date(),
        updated,
        authors,
        summary,
        content,
        categories,
        enclosures,
        transcripts,
        signals);
  }

  /** An entry without transcripts and signals. */
  public FeedEntry(
      @Nullable String guid,
      String title,
      @Nullable String link,
      @Nullable Instant published,
      @Nullable Instant updated,
      List<String> authors,
      @Nullable String summary,
      @Nullable String content,
      List<String> categories,
      List<Enclosure> enclosures) {
    this(
        guid,
        title,
        link,
        published,
        updated,
        authors,
        summary,
        content,
        categories,
        enclosures,
        List.of(),
        Signals.NONE);
  }

  /** The same, pointing elsewhere. */
  public FeedEntry withLink(@Nullable String other) {
    return new FeedEntry(
        guid,
        title,
        other,
        published,
        updated,
        authors,
        summary,
        content,
        categories,
        enclosures,
        transcripts,
        signals,
        elsewhere);
  }

  public FeedEntry withSignals(Signals other) {
    return new FeedEntry(
        guid,
        title,
        link,
        published,
        updated,
        authors,
        summary,
        content,
        categories,
        enclosures,
        transcripts,
        other,
        elsewhere);
  }
}
