package dev.mldigest.fetch;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads arXiv's announcement feed, Atom or RSS: what was announced in some categories on one day,
 * nothing on weekends and holidays. Papers are dated by the day. Comments are not in it, and so it
 * does not tell which replacements withdraw their paper, unless the abstract does.
 */
final class ArxivAnnouncements {
  /** The feed is cut off at so many items. */
  static final int MOST = 2_000;

  private static final int LONGEST_CREDITS = 20_000;

  private static final Set<String> REPLACED = Set.of("replace", "replace-cross", "absonly");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^\\s{0,20}arXiv:\\S{1,40}\\s{1,20}Announce Type:\\s{0,20}([a-z-]{1,20})\\s{1,20}"
              + "(?:Abstract:\\s{0,20})?");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Http http;

  ArxivAnnouncements(Http http) {
    this.http = http;
  }

  /**
   * @param base the feed's address without its categories
   * @param known what the feed answered with when it was last read
   */
  ArxivAnswer read(Source source, URI base, Validators known) {
    URI url = URI.create(base + "/" + String.join("+", source.categories()));
    return switch (ArxivDocument.get(http, HttpRequest.arxiv(url, known))) {
      case ArxivDocument.Missing(FetchOutcome why) -> new ArxivAnswer.Broken(List.of(), 0, why);
      case ArxivDocument.NotModified(var answered) ->
          new ArxivAnswer.Unchanged(
              renewed(known, answered.validators()),
              freshFor(answered),
              RetryAfter.httpDate(answered.header("Date")));
      case ArxivDocument.Whole whole -> whole(whole);
    };
  }

  /** A 304 may bring a new entity tag (RFC 9110 section 15.4.5); what it leaves out still holds. */
  private static Validators renewed(Validators known, Validators sent) {
    return new Validators(
        sent.entityTag() == null ? known.entityTag() : sent.entityTag(),
        sent.lastModified() == null ? known.lastModified() : sent.lastModified());
  }

  private static Duration freshFor(HttpReply.Answered answered) {
    return FeedProtocol.Freshness.of(answered);
  }

  private static ArxivAnswer whole(ArxivDocument.Whole whole) {
    FeedShape shape = FeedShape.of(whole.root().getDocument());
    int status = whole.answered().status();
    if (shape == null || status != 200) {
      FetchOutcome why =
          shape == null
              ? new FetchOutcome.Failed("not a feed", "arXiv's announcements are not a feed.")
              : new FetchOutcome.Failed("http " + status, "arXiv answered " + status + ".");
      return new ArxivAnswer.Broken(List.of(), 0, why);
    }
    Instant day = day(shape, whole);
    List<ArxivPaper> papers =
        shape.items().stream().map(item -> paper(item, day)).filter(Objects::nonNull).toList();
    if (shape.items().size() >= MOST) {
      return new ArxivAnswer.Broken(
          papers,
          MOST,
          new FetchOutcome.Failed("cut off", "The announcements end after " + MOST + " papers."));
    }
    HttpReply.Answered answered = whole.answered();
    return new ArxivAnswer.Read(
        papers, day, whole.warnings(), answered.validators(), freshFor(answered));
  }

  // ------------------------------------------------------------------ the day

  /**
   * The day that the feed holds, by what it says of itself: a copy from before midnight may be
   * served after it. Never later than the server's own clock.
   */
  private static @Nullable Instant day(FeedShape shape, ArxivDocument.Whole whole) {
    Instant stated =
        shape.items().stream()
            .map(item -> new ItemReader(item, null).read().published())
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElseGet(() -> built(shape.head()));
    Instant day =
        Stream.of(stated, whole.at()).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    return day == null ? null : ArxivCalendar.day(day);
  }

  private static @Nullable Instant built(Element head) {
    return Stream.of("pubDate", "lastBuildDate", "updated")
        .map(name -> FeedDates.read(ArxivDocument.text(head, name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  // ------------------------------------------------------------------ a paper

  private static @Nullable ArxivPaper paper(Element item, @Nullable Instant day) {
    FeedEntry stated = new ItemReader(item, null).read();
    String summary = stated.summary() == null ? "" : stated.summary();
    Matcher prefix = PREFIX.matcher(summary);
    boolean prefixed = prefix.find();
    String type = ArxivDocument.text(item, "announce_type");
    String said = type != null ? type : prefixed ? prefix.group(1) : "new";
    FeedEntry entry =
        new FeedEntry(
            stated.guid(),
            stated.title(),
            stated.link(),
            stated.published() == null ? day : stated.published(),
            null, // the feed's "updated" is when the feed was made
            stated.authors().stream().flatMap(ArxivAnnouncements::names).toList(),
            prefixed ? summary.substring(prefix.end()) : stated.summary(),
            null,
            stated.categories(),
            List.of());
    ArxivPaper paper = ArxivPaper.of(entry, ArxivDocument.text(item, "comment"));
    return paper == null || !REPLACED.contains(said) ? paper : paper.asReplacement();
  }

  /** All authors stand in one element, parted by commas. */
  private static Stream<String> names(String credits) {
    return COMMA
        .splitAsStream(credits.substring(0, Math.min(credits.length(), LONGEST_CREDITS)))
        .filter(name -> !name.isBlank());
  }
}
