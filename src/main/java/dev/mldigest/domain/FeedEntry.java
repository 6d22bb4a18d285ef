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
  private static final FeedEntry EMPTY =
      new FeedEntry(
          null,
          "",
          null,
          null,
          null,
          List.of(),
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          Signals.NONE,
          OtherVocabularies.NOTHING);

  public FeedEntry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    transcripts = List.copyOf(transcripts);
  }

  /** An entry that has a title and, so far, nothing else. */
  public static Builder titled(String title) {
    return EMPTY.toBuilder().title(title);
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The same with what it does not state itself taken from {@link #elsewhere}. */
  public FeedEntry completed() {
    if (elsewhere.equals(OtherVocabularies.NOTHING)) {
      return this;
    }
    boolean dated = published != null || updated != null;
    return toBuilder()
        .title(title.isEmpty() ? elsewhere.title() : title)
        .link(link == null ? elsewhere.link() : link)
        .published(dated ? published : elsewhere.date())
        .elsewhere(OtherVocabularies.NOTHING)
        .build();
  }

  /** Makes one part by part. */
  public static final class Builder {
    private @Nullable String guid;
    private String title;
    private @Nullable String link;
    private @Nullable Instant published;
    private @Nullable Instant updated;
    private List<String> authors;
    private @Nullable String summary;
    private @Nullable String content;
    private List<String> categories;
    private List<Enclosure> enclosures;
    private List<Enclosure> transcripts;
    private Signals signals;
    private OtherVocabularies elsewhere;

    private Builder(FeedEntry from) {
      guid = from.guid;
      title = from.title;
      link = from.link;
      published = from.published;
      updated = from.updated;
      authors = from.authors;
      summary = from.summary;
      content = from.content;
      categories = from.categories;
      enclosures = from.enclosures;
      transcripts = from.transcripts;
      signals = from.signals;
      elsewhere = from.elsewhere;
    }

    public Builder guid(@Nullable String value) {
      guid = value;
      return this;
    }

    public Builder title(String value) {
      title = value;
      return this;
    }

    public Builder link(@Nullable String value) {
      link = value;
      return this;
    }

    public Builder published(@Nullable Instant value) {
      published = value;
      return this;
    }

    public Builder updated(@Nullable Instant value) {
      updated = value;
      return this;
    }

    public Builder authors(List<String> value) {
      authors = value;
      return this;
    }

    public Builder summary(@Nullable String value) {
      summary = value;
      return this;
    }

    public Builder content(@Nullable String value) {
      content = value;
      return this;
    }

    public Builder categories(List<String> value) {
      categories = value;
      return this;
    }

    public Builder enclosures(List<Enclosure> value) {
      enclosures = value;
      return this;
    }

    public Builder transcripts(List<Enclosure> value) {
      transcripts = value;
      return this;
    }

    public Builder signals(Signals value) {
      signals = value;
      return this;
    }

    public Builder elsewhere(OtherVocabularies value) {
      elsewhere = value;
      return this;
    }

    public FeedEntry build() {
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
          signals,
          elsewhere);
    }
  }
}
