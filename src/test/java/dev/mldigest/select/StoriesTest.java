package dev.mldigest.select;

import static dev.mldigest.select.Newsroom.INSIDE;
import static dev.mldigest.select.Newsroom.blog;
import static dev.mldigest.select.Newsroom.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Candidate;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final String ABSTRACT =
      "We present Kestrix, a sparse router for mixtures of experts that keeps load even.";
  private final Candidate paper =
      candidate(
          "a1",
          Newsroom.source("arxiv", SourceKind.ARXIV, "papers", 1),
          "Kestrix: Even Load for Sparse Experts",
          ABSTRACT,
          "http://arxiv.org/abs/2602.01234v2",
          INSIDE);

  @Test
  void a_post_that_links_to_a_paper_joins_its_story_and_the_paper_leads() {
    Candidate post =
        candidate(
            "b1",
            blog("lab"),
            "Our router is out",
            "Read https://arxiv.org/pdf/2602.01234 for all.");
    List<Story> stories = new Stories().group(List.of(post, paper));
    assertThat(stories).hasSize(1);
    assertThat(stories.getFirst().primary()).isEqualTo(paper);
    assertThat(stories.getFirst().members()).containsExactly(paper, post);
  }

  @Test
  void a_roundup_of_several_papers_stays_a_story_of_its_own() {
    Candidate roundup =
        candidate(
            "b2",
            blog("lab"),
            "Papers of the week",
            "https://arxiv.org/abs/2602.01234 and https://arxiv.org/abs/2602.09999 are good.");
    assertThat(new Stories().group(List.of(paper, roundup))).hasSize(2);
  }

  @Test
  void a_readable_report_leads_an_unreadable_one() {
    String link = "https://site.example/x";
    Candidate unread =
        candidate("a", Newsroom.source("s1", SourceKind.BLOG, "posts", 3), "T", null, link, INSIDE);
    Candidate read = candidate("b", blog("s2"), "T", "Some text.", link, INSIDE);
    assertThat(new Stories().group(List.of(unread, read)).getFirst().primary()).isEqualTo(read);
  }

  @Test
  void the_more_trusted_source_leads() {
    String link = "https://site.example/x";
    Candidate plain = candidate("a", blog("s1"), "T", "Some text.", link, INSIDE);
    Candidate trusted =
        candidate(
            "b",
            Newsroom.source("s2", SourceKind.BLOG, "posts", 2),
            "T",
            "Some text.",
            link,
            INSIDE);
    assertThat(new Stories().group(List.of(plain, trusted)).getFirst().primary())
        .isEqualTo(trusted);
  }
}
