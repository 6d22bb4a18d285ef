package dev.mldigest.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private final Mentions mentions =
      new Mentions(
          List.of(
              paper("2602.00001", "Kestrix: Even Load for Sparse Experts", "A router for experts."),
              paper("2602.00002", "Growing Trees of Thought in Latent Space", "We search trees."),
              paper("2602.00003", "A Survey of Agent Benchmarks", "Benchmarks of agents.")));

  private static Piece paper(String id, String title, String text) {
    String url = "https://arxiv.org/abs/" + id;
    return new Piece(id, title, text, url, null, null, null, List.of(), List.of());
  }

  private String spokenOf(String title, String text) {
    Mentions.Mention mention = mentions.find(Piece.of("i", title, text));
    return mention == null ? "none" : mention.paper();
  }

  @Test
  void the_name_before_the_colon_is_recognised() {
    assertThat(spokenOf("Kestrix", "Kestrix is a router that evens the load of sparse experts."))
        .isEqualTo("2602.00001");
  }

  @Test
  void a_link_decides_against_the_words() {
    String text = "Kestrix evens load, see https://arxiv.org/abs/2602.00003v1.";
    assertThat(spokenOf("Kestrix", text)).isEqualTo("2602.00003");
  }

  @Test
  void a_link_to_a_paper_that_is_no_candidate_means_none() {
    assertThat(spokenOf("Kestrix", "Kestrix: https://arxiv.org/abs/2602.77777")).isEqualTo("none");
  }

  @Test
  void an_item_about_something_else_speaks_of_none() {
    assertThat(spokenOf("Chip maker closes round", "Investors put money into a foundry."))
        .isEqualTo("none");
    assertThat(spokenOf("", "")).isEqualTo("none");
  }
}
