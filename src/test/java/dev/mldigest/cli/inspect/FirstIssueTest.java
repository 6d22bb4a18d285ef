package dev.mldigest.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.Panel;
import dev.mldigest.select.Selection;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.Popularity;
import dev.mldigest.select.rank.Ranker;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code inspect rank} says of an editor without a past is what a run does. */
class FirstIssueTest {
  private static final LocalDate SUNDAY = LocalDate.parse("2026-03-01");
  private static final Instant DAY = Instant.parse("2026-02-25T08:00:00Z");
  private static final Window WINDOW =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final Settings.Audience AUDIENCE =
      new Settings.Audience(
          "Engineers who serve language models & measure latency.",
          List.of("Speculative decoding in production"),
          List.of("Protein folding for everyone"));
  private static final Slots SLOTS =
      new Slots(3, 2, 5, 30, List.of(new SectionRule("papers", "Papers", 3, 1)));

  private static final List<String> TITLES =
      List.of(
          "Speculative decoding for mixtures of experts",
          "Protein folding with equivariant graphs",
          "A survey of retrieval-augmented generation",
          "Agentic reasoning at scale: reinforcement learning with verifiable rewards",
          "Tabular benchmarks revisited",
          "Clinical detection using enhanced networks",
          "Video diffusion & long context: a 7B model",
          "Why do attention sinks appear?",
          "Crop yield from satellites",
          "On the regret of bandits with 2 < k arms");

  private static Piece paper(int i) {
    String about = " We study " + TITLES.get(i) + " and release code & models for " + i + " tasks.";
    return new Piece(
        "arxiv:2602.0000" + i,
        TITLES.get(i),
        "In this paper we look at a question that matters to some." + about,
        "https://arxiv.org/abs/2602.0000" + i,
        null,
        null,
        DAY,
        List.of("Author " + i, "Author " + i % 3),
        List.of(i % 2 == 0 ? "cs.CL" : "cs.LG", "cs.AI"));
  }

  private static Map<String, Popularity> votes() {
    return Map.of(
        paper(4).id(), new Popularity(SUNDAY.minusDays(3), 60),
        paper(6).id(), new Popularity(SUNDAY.minusDays(2), 8),
        paper(7).id(), new Popularity(SUNDAY.minusDays(2), 21),
        paper(8).id(), new Popularity(SUNDAY.plusDays(1), 500));
  }

  private static Candidate candidate(Piece paper, SourceKind kind, int points) {
    Source source =
        new Source(
            kind.word(),
            kind.word(),
            kind,
            URI.create("https://feeds.example/"),
            "papers",
            1,
            List.of(),
            null);
    FeedEntry entry =
        FeedEntry.titled(paper.title())
            .link(paper.url())
            .published(DAY)
            .authors(paper.authors())
            .summary(paper.text().replace("&", "&amp;"))
            .categories(kind == SourceKind.ARXIV ? paper.categories() : List.of())
            .signals(new Signals(points, 0, false))
            .build();
    Article article =
        new Article(
            Objects.requireNonNull(paper.url()),
            Article.About.titled(paper.title()),
            PageKind.PAPER,
            new Article.Body("The whole text of " + paper.title(), "", 7));
    String id = kind.word() + " " + paper.id();
    return new Candidate(new Entry(id, source.id(), entry, paper.url(), DAY, DAY), source, article);
  }

  private static List<String> run(Embeddings embeddings) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < TITLES.size(); i++) {
      candidates.add(candidate(paper(i), SourceKind.ARXIV, 0));
      Popularity popularity = votes().get(paper(i).id());
      if (popularity != null && !popularity.listed().isAfter(SUNDAY)) {
        candidates.add(candidate(paper(i), SourceKind.HUGGING_FACE, popularity.votes()));
      }
    }
    Selection selection = new Selection(AUDIENCE, SLOTS, "en", embeddings);
    return selection
        .choose(
            candidates,
            Map.of(),
            WINDOW,
            true,
            PastIssues.NONE,
            List.of(),
            selection.taste(PastIssues.NONE),
            Panel.empty())
        .decisions()
        .stream()
        .filter(decision -> decision.entryId().startsWith("arxiv"))
        .sorted(Comparator.comparingDouble((Decision decision) -> -decision.score()))
        .map(decision -> decision.entryId().substring("arxiv ".length()))
        .toList();
  }

  private static List<String> inspected(Embeddings embeddings) {
    WalkForward walk = new WalkForward(Map.of(), votes(), new Ranker(AUDIENCE, embeddings));
    for (int i = 0; i < TITLES.size(); i++) {
      walk.add(SUNDAY, paper(i));
    }
    return walk.rank(SUNDAY, null).ranked().stream().map(item -> item.contender().id()).toList();
  }

  /** Some meaning that depends on every letter. */
  private static Embedding embedding(String text) {
    float[] vector = new float[8];
    for (int i = 0; i < text.length(); i++) {
      vector[text.charAt(i) % 8]++;
    }
    return Embedding.of(vector);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void it_is_ranked_by_inspect_rank_exactly_as_a_run_ranks_it(boolean meaning) {
    Embeddings embeddings =
        meaning ? texts -> texts.stream().map(FirstIssueTest::embedding).toList() : Embeddings.NONE;
    assertThat(inspected(embeddings)).hasSize(TITLES.size()).isEqualTo(run(embeddings));
  }

  @Test
  void votes_that_came_after_the_week_count_for_nothing() {
    assertThat(inspected(Embeddings.NONE)).first().isNotEqualTo(paper(8).id());
    assertThat(inspected(Embeddings.NONE).indexOf(paper(4).id())).isLessThan(5);
  }
}
