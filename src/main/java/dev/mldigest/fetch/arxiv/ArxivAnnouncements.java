package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Validators;
import dev.mldigest.fetch.feed.FeedShape;
import dev.mldigest.fetch.feed.ItemReader;
import dev.mldigest.fetch.http.Freshness;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.net.HttpDate;
import dev.mldigest.text.date.FeedDates;
import java.net.URI;
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
              ReplyOutcomes.renewed(known, answered.validators()),
              Freshness.of(answered),
              HttpDate.read(answered.header("Date")));
      case ArxivDocument.Whole whole -> whole(source.categories(), whole);
    };
  }

  private static ArxivAnswer whole(List<String> categories, ArxivDocument.Whole whole) {
    FeedShape shape = FeedShape.of(whole.root().getDocument());
    int status = whole.answered().status();
    if (shape == null || !whole.answered().delivers()) {
      FetchOutcome why =
          shape == null
              ? new FetchOutcome.Failed(
                  FetchFailure.NOT_A_FEED, "arXiv's announcements are not a feed.")
              : FetchOutcome.Failed.http(status, "arXiv answered " + status + ".");
      return new ArxivAnswer.Broken(List.of(), 0, why);
    }
    Instant day = day(categories, shape, whole);
    List<ArxivPaper> papers =
        shape.items().stream().map(item -> paper(item, day)).filter(Objects::nonNull).toList();
    if (shape.items().size() >= MOST) {
      return new ArxivAnswer.Broken(
          papers,
          MOST,
          new FetchOutcome.Failed(
              FetchFailure.CUT_OFF, "The announcements end after " + MOST + " papers."));
    }
    HttpReply.Answered answered = whole.answered();
    return new ArxivAnswer.Read(
        papers, day, whole.warnings(), answered.validators(), Freshness.of(answered));
  }

  // ------------------------------------------------------------------ the day

  /**
   * The day up to which the feed tells of all categories, by what it says of itself: a copy from
   * before midnight may be served after it, and one category may lag behind the others. Never later
   * than the server's own clock.
   */
  private static @Nullable Instant day(
      List<String> categories, FeedShape shape, ArxivDocument.Whole whole) {
    List<FeedEntry> items =
        shape.items().stream().map(item -> new ItemReader(item, null).read()).toList();
    Instant newest = newest(items.stream());
    Instant stated =
        categories.stream()
            .map(category -> newest(category, categories, items))
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(newest == null ? built(shape.head()) : newest);
    Instant day =
        Stream.of(stated, whole.at()).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    return day == null ? null : ArxivCalendar.day(day);
  }

  /**
   * The newest day of what was announced in one category; null where nothing was. What stands in
   * several of those asked for may be told by the others.
   */
  private static @Nullable Instant newest(
      String category, List<String> asked, List<FeedEntry> items) {
    List<FeedEntry> own =
        items.stream().filter(item -> item.categories().contains(category)).toList();
    Instant alone =
        newest(
            own.stream()
                .filter(item -> item.categories().stream().filter(asked::contains).count() == 1));
    return alone == null ? newest(own.stream()) : alone;
  }

  private static @Nullable Instant newest(Stream<FeedEntry> items) {
    return items
        .map(FeedEntry::published)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
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
    String described = ArxivDocument.plain(item, "description");
    String told = described == null ? ArxivDocument.plain(item, "summary") : described;
    String summary = told == null ? "" : told;
    String title = ArxivDocument.plain(item, "title");
    Matcher prefix = PREFIX.matcher(summary);
    boolean prefixed = prefix.find();
    String type = ArxivDocument.text(item, "announce_type");
    String said = type != null ? type : prefixed ? prefix.group(1) : "new";
    // The feed's own "updated" is when the feed was made.
    FeedEntry entry =
        FeedEntry.titled(title == null ? "" : title)
            .guid(stated.guid())
            .link(stated.link())
            .published(stated.published() == null ? day : stated.published())
            .authors(stated.authors().stream().flatMap(ArxivAnnouncements::names).toList())
            .summary(prefixed ? summary.substring(prefix.end()) : told)
            .categories(stated.categories())
            .build();
    ArxivPaper paper = ArxivPaper.of(entry, ArxivDocument.plain(item, "comment"));
    return paper == null || !REPLACED.contains(said) ? paper : paper.asReplacement();
  }

  /** All authors stand in one element, parted by commas. */
  private static Stream<String> names(String credits) {
    return COMMA
        .splitAsStream(
            credits.substring(0, Math.min(credits.length(), ArxivDocument.LONGEST_CREDITS)))
        .filter(name -> !name.isBlank());
  }
}
