package dev.mldigest.select.rank;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.Reports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a story before anything was learned of the editor.
 *
 * @param piece its title and text; of a paper its abstract and subjects
 * @param kind of work it is
 * @param source title of its source
 * @param weight the editor's trust in its source
 * @param publishers who reported it on their own, at least 1
 * @param mentions the round-ups that mention it, by their sources' titles
 * @param voices what was made of it, wherever it was met
 */
record Standing(
    Piece piece,
    Work kind,
    String source,
    double weight,
    int publishers,
    List<String> mentions,
    List<Crowd.Voice> voices) {

  /** What is told apart without a past. */
  enum Work {
    PAPER,
    NEWS,
    POST,
    /** Of software: told by what it says of itself, never judged by its words. */
    RELEASE
  }

  static Standing of(Story story) {
    Candidate primary = story.primary();
    Piece paper = paper(story);
    List<Crowd.Voice> voices = new ArrayList<>();
    for (Candidate member : story.members()) {
      voices.add(new Crowd.Voice(member.source().kind(), member.entry().feedEntry().signals()));
    }
    return new Standing(
        paper == null ? Piece.of(primary) : paper,
        paper != null ? Work.PAPER : work(primary.source().kind()),
        primary.source().title(),
        primary.source().weight(),
        Reports.independent(story),
        story.mentions().stream().map(mention -> mention.source().title()).distinct().toList(),
        voices);
  }

  /** As far as the past keeps it: who else told it, and where else it was met, is not kept. */
  static Standing of(PastIssues.Past past) {
    return new Standing(
        Contender.piece(past),
        work(past.kind()),
        past.source(),
        past.weight(),
        1,
        List.of(),
        List.of(new Crowd.Voice(past.kind(), past.signals())));
  }

  private static Work work(SourceKind kind) {
    return switch (kind) {
      case PAPERS, ARXIV, HUGGING_FACE -> Work.PAPER;
      case NEWS, NEWS_API -> Work.NEWS;
      case RELEASES, GITHUB -> Work.RELEASE;
      case BLOG,
          PODCAST,
          VIDEO,
          HACKER_NEWS,
          REDDIT,
          YOUTUBE,
          SITEMAP,
          LISTING,
          NEWSLETTER,
          ARCHIVE ->
          Work.POST;
    };
  }

  /**
   * As the member tells it that knows most of the paper: a list of popular ones has no subjects.
   */
  private static @Nullable Piece paper(Story story) {
    return story.members().stream()
        .filter(member -> member.source().kind().isPaper())
        .map(Piece::ofAbstract)
        .reduce((a, b) -> b.categories().size() > a.categories().size() ? b : a)
        .orElse(null);
  }
}
