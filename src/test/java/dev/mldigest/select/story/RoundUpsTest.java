package dev.mldigest.select.story;

import static dev.mldigest.select.Newsroom.INSIDE;
import static dev.mldigest.select.Newsroom.candidate;
import static dev.mldigest.select.Newsroom.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundUpsTest {
  private final Candidate paper =
      candidate(
          "a",
          source("papers", SourceKind.ARXIV, "papers", 1),
          "Kestrix: Even Load for Sparse Experts",
          "We balance the load of experts without a loss of its own, by a bias that follows.",
          "https://arxiv.org/abs/2602.01234",
          INSIDE);
  private final Candidate post =
      candidate(
          "b",
          source("lab", SourceKind.BLOG, "posts", 1),
          "How we halved the bill of our nightly training runs",
          "A queue, a cap on idle machines and a bill that everyone can see: that was all.",
          "https://lab.example/bill",
          INSIDE);

  private static String list(int publishers, String more) {
    return IntStream.range(0, publishers)
            .mapToObj(i -> "- [Title " + i + "](https://site" + i + ".example/post): it is new.")
            .collect(Collectors.joining("\n"))
        + "\n"
        + more;
  }

  private static Candidate posted(String id, SourceKind kind, String title, String markdown) {
    return posted(source(id, kind, "posts", 1), id, title, markdown);
  }

  private static Candidate posted(Source source, String id, String title, String markdown) {
    Candidate plain = candidate(id, source, title, "x");
    String text = markdown.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
    Article article =
        java.util.Objects.requireNonNull(plain.article()).withText(text, markdown, 100);
    return new Candidate(plain.entry(), source, article);
  }

  private static boolean isRoundUp(Candidate candidate) {
    return RoundUp.of(candidate) != null;
  }

  @Test
  void a_list_of_links_is_a_round_up_whatever_its_title() {
    assertThat(isRoundUp(posted("r", SourceKind.BLOG, "What I saw", list(14, "")))).isTrue();
    assertThat(isRoundUp(posted("r", SourceKind.BLOG, "What I saw", list(8, "")))).isFalse();
    String essay = "\nIt goes on without a link.".repeat(20);
    assertThat(isRoundUp(posted("r", SourceKind.BLOG, "What I saw", list(14, essay)))).isFalse();
  }

  @Test
  void a_title_that_names_one_needs_links_and_a_row_of_headlines_does_not() {
    String essay = "\nIt goes on without a link.".repeat(20);
    assertThat(isRoundUp(posted("r", SourceKind.BLOG, "Field notes weekly", list(8, essay))))
        .isTrue();
    assertThat(isRoundUp(posted("r", SourceKind.BLOG, "300 million weekly users", essay)))
        .isFalse();
    String row = "Arden Saves Its Tokens, Corvid Opens Its Weights, Small Models Solve Puzzles";
    assertThat(isRoundUp(posted("r", SourceKind.NEWS, row, "All of it in short."))).isTrue();
    String listing = "Faster, cheaper, and smaller: what changed in our serving";
    assertThat(isRoundUp(posted("r", SourceKind.NEWS, listing, "All of it."))).isFalse();
  }

  /** Titles of other hands: Last Week in AI, R Weekly and the general press. */
  @Test
  void few_titles_of_news_are_taken_for_a_row_of_headlines() throws IOException {
    for (String file :
        List.of(
            "newsroom/lwiai.in.jsonl", "newsroom/rweekly.in.jsonl", "stories/headlines.in.jsonl")) {
      List<String> titles = titles(Corpora.at(file));
      long rows = titles.stream().filter(SeveralHeadlines::in).count();
      assertThat(rows).as("of %d in %s", titles.size(), file).isLessThan(titles.size() / 500);
    }
  }

  private static List<String> titles(Path file) throws IOException {
    List<String> titles = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      new ObjectMapper().readTree(line).findValuesAsText("title").forEach(titles::add);
    }
    return titles;
  }

  @Test
  void papers_episodes_and_release_notes_are_what_they_are() {
    for (SourceKind kind :
        List.of(SourceKind.ARXIV, SourceKind.PODCAST, SourceKind.YOUTUBE, SourceKind.RELEASES)) {
      assertThat(isRoundUp(posted("r", kind, "Weekly #12", list(40, "")))).as("%s", kind).isFalse();
    }
  }

  @Test
  void a_round_up_mentions_what_it_links_to_or_quotes_and_joins_no_story() {
    String more =
        "- [Kestrix](https://arxiv.org/pdf/2602.01234v2) evens the load of sparse experts.\n"
            + "- They wrote on how we halved the bill of our nightly training runs, too.";
    Candidate roundUp = posted("r", SourceKind.NEWS, "Kestrix: even load", list(14, more));
    Candidate other = posted("s", SourceKind.NEWS, "Not much happened", list(14, ""));
    Stories.Grouping grouping =
        new Stories().group(List.of(roundUp, other, paper, post), StoryPanel.empty());
    assertThat(grouping.stories())
        .extracting(Story::members, Story::mentions)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(List.of(paper), List.of(roundUp)),
            org.assertj.core.groups.Tuple.tuple(List.of(post), List.of(roundUp)));
    assertThat(grouping.roundUps().get(roundUp))
        .isEqualTo(
            "A round-up: it links to 15 other publishers; it counts as a mention of 2 stories of"
                + " the week and is no item itself.");
    assertThat(grouping.roundUps()).containsOnlyKeys(roundUp, other);
  }

  @Test
  void a_round_up_of_a_source_that_is_marked_for_it_is_a_story_alone_and_still_a_mention() {
    Source blog = source("r", SourceKind.NEWS, "posts", 1);
    Source marked =
        new Source(
            blog.id(),
            blog.title(),
            blog.kind(),
            blog.url(),
            blog.section(),
            blog.weight(),
            List.of(),
            null,
            blog.query(),
            Source.RoundUps.PICK);
    Candidate roundUp =
        posted(marked, "r", "Links", list(14, "- [it](https://arxiv.org/abs/2602.01234)"));
    Stories.Grouping grouping = new Stories().group(List.of(roundUp, paper), StoryPanel.empty());
    assertThat(grouping.roundUps()).isEmpty();
    assertThat(grouping.stories())
        .extracting(Story::members)
        .containsExactly(List.of(paper), List.of(roundUp));
    assertThat(grouping.stories().getFirst().mentions()).containsExactly(roundUp);
  }

  @Test
  void a_newsletter_that_links_to_its_own_publishers_page_mentions_nothing() {
    Candidate own =
        posted("lab", SourceKind.BLOG, "All we wrote", list(14, "[us](https://lab.example/bill)"));
    assertThat(new Stories().group(List.of(own, post)).getFirst().mentions()).isEmpty();
  }
}
