package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.fetch.document.TitleText;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paper in one of its versions, as whichever of arXiv's interfaces tells of it. Its entry carries
 * the identifier and the link without the version: all versions are one paper.
 *
 * @param replacement whether it was announced as a new version of a paper announced before
 */
record ArxivPaper(String id, int version, FeedEntry entry, boolean replacement) {
  private static final Pattern ID =
      Pattern.compile(
          "(?:/abs/|oai:arXiv\\.org:)((?:[A-Za-z.-]{2,20}/)?[0-9]{4}\\.?[0-9]{3,5})"
              + "(?:v([0-9]{1,3}))?$");
  private static final Pattern MONTH = Pattern.compile("^([0-9]{2})(0[1-9]|1[0-2])\\.");
  private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}$");

  /**
   * @param stated an entry whose abstract is plain text and whose guid is an address ({@code
   *     …/abs/2604.00001v2}, {@code …/abs/quant-ph/0201082v1}) or an OAI identifier ({@code
   *     oai:arXiv.org:2604.00001v1})
   * @param comment what the authors remark on the paper, or null
   * @return null if the guid is neither
   */
  static @Nullable ArxivPaper of(FeedEntry stated, @Nullable String comment) {
    String guid = stated.guid() == null ? "" : stated.guid().strip();
    Matcher id = ID.matcher(guid);
    if (!id.find()) {
      return null;
    }
    int version = id.group(2) == null ? 1 : Integer.parseInt(id.group(2));
    return new ArxivPaper(id.group(1), version, entry(id.group(1), stated, comment), false);
  }

  private static FeedEntry entry(String id, FeedEntry stated, @Nullable String comment) {
    String link = stated.link() == null ? "https://arxiv.org/abs/" + id : stated.link();
    String summary = stated.summary();
    boolean withdrawn = stated.signals().withdrawn() || ArxivWithdrawal.said(comment, summary);
    return FeedEntry.titled(stated.title())
        .guid("arxiv:" + id)
        .link(VERSION.matcher(link).replaceFirst(""))
        .published(stated.published())
        .updated(stated.updated())
        .authors(stated.authors())
        .summary(summary == null ? null : TitleText.html(summary))
        .categories(stated.categories())
        .signals(withdrawn ? new Signals(0, 0, true) : Signals.NONE)
        .build();
  }

  ArxivPaper asReplacement() {
    return new ArxivPaper(id, version, entry, true);
  }

  boolean withdrawn() {
    return entry.signals().withdrawn();
  }

  /** True if it was first submitted before that instant. */
  boolean olderThan(Instant since) {
    return entry.published() != null && entry.published().isBefore(since);
  }

  /** True for identifiers given in that month or later; those from before 2007 are never. */
  boolean identifiedSince(YearMonth month) {
    Matcher given = MONTH.matcher(id);
    return given.find()
        && !YearMonth.of(2000 + Integer.parseInt(given.group(1)), Integer.parseInt(given.group(2)))
            .isBefore(month);
  }

  /** One entry a paper, in the order of first mention. */
  static List<FeedEntry> entries(List<ArxivPaper> papers) {
    Map<String, ArxivPaper> highest = new LinkedHashMap<>();
    papers.forEach(paper -> highest.merge(paper.id(), paper, ArxivPaper::higher));
    List<FeedEntry> entries = new ArrayList<>(highest.size());
    highest.values().forEach(paper -> entries.add(paper.entry()));
    return entries;
  }

  /** The later version's data; of the same version what was told first, and any withdrawal. */
  private static ArxivPaper higher(ArxivPaper a, ArxivPaper b) {
    if (a.version() != b.version()) {
      return a.version() > b.version() ? a : b;
    }
    return a.withdrawn() || !b.withdrawn()
        ? a
        : new ArxivPaper(
            a.id(),
            a.version(),
            a.entry().toBuilder().signals(b.entry().signals()).build(),
            a.replacement());
  }
}
