package dev.mldigest.cli.inspect;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.Popularity;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a listing as the story a run would make of it: what arXiv announced, and where it was
 * voted for by the end of its week, the daily list that had it.
 */
final class ListedPaper {
  private static final Source ARXIV = source("arxiv", "arXiv", SourceKind.ARXIV);
  private static final Source DAILY =
      source("daily", "Hugging Face daily papers", SourceKind.HUGGING_FACE);

  private ListedPaper() {}

  private static Source source(String id, String title, SourceKind kind) {
    URI nowhere = URI.create("https://example.org/");
    return new Source(id, title, kind, nowhere, "papers", 1, List.of(), null);
  }

  /**
   * @param popularity listed by the end of the week, or null
   */
  static Story story(Piece paper, LocalDate week, @Nullable Popularity popularity) {
    Candidate announced = candidate(paper, week, ARXIV, paper.categories(), Signals.NONE);
    if (popularity == null) {
      return new Story(announced.id(), announced, List.of(announced));
    }
    Signals votes = new Signals(popularity.votes(), 0, false);
    Candidate listed = candidate(paper, week, DAILY, List.of(), votes);
    return new Story(announced.id(), announced, List.of(announced, listed));
  }

  private static Candidate candidate(
      Piece paper, LocalDate week, Source source, List<String> categories, Signals signals) {
    Instant date =
        Objects.requireNonNullElse(paper.date(), week.atStartOfDay(ZoneOffset.UTC).toInstant());
    FeedEntry entry =
        FeedEntry.titled(paper.title())
            .guid(paper.id())
            .link(paper.url())
            .published(date)
            .authors(paper.authors())
            .summary(paper.text().replace("&", "&amp;").replace("<", "&lt;"))
            .categories(categories)
            .signals(signals)
            .build();
    return new Candidate(new Entry(paper.id(), source.id(), entry, null, date, date), source, null);
  }
}
