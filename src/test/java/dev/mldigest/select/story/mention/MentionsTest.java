package dev.mldigest.select.story.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.select.piece.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private static final String WEEK = "2026-02-08";

  private static final List<Piece> PAPERS =
      List.of(
          paper(
              "2602.00001",
              "2026-02-04",
              "Kestrix: Even Load for Sparse Experts",
              "A router that evens the load of sparse experts without an auxiliary loss."),
          paper(
              "2602.00002",
              "2026-02-05",
              "Growing Trees of Thought in Latent Space",
              "We search trees of hidden states instead of sentences. On the PuzzleYard benchmark"
                  + " accuracy rises from 61.4% to 78.9% while decoding 3.7 times fewer tokens."),
          paper(
              "2602.00003",
              "2026-02-05",
              "A Survey of Agent Benchmarks",
              "Benchmarks of agents, their tasks, their graders and what they leave out."),
          paper(
              "2506.00004",
              "2025-06-12",
              "HARROW: Soil Moisture from Radar Images",
              "Satellite radar tells soil moisture on fields of wheat across three seasons."),
          paper(
              "2506.00005",
              "2025-06-12",
              "Plumbline: Attention Sinks Measured",
              "We measure attention sinks in deep transformers and where they begin."),
          paper(
              "2602.00006",
              "2026-02-03",
              "Plumbline: Attention Sinks Measured Again",
              "We measure attention sinks in deep transformers once more."));

  private final Mentions mentions = new Mentions(PAPERS);

  private static Piece paper(String id, String day, String title, String text) {
    return piece(id, title, text, "https://arxiv.org/abs/" + id, day);
  }

  private static Piece piece(
      String id, String title, String text, @Nullable String url, String day) {
    Instant date = Instant.parse(day + "T00:00:00Z");
    return new Piece(id, title, text, url, null, null, date, List.of(), List.of());
  }

  private String spokenOf(String title, String text) {
    return spokenOf(mentions, title, text);
  }

  private static String spokenOf(Mentions mentions, String title, String text) {
    Mentions.Mention mention = mentions.find(piece("i", title, text, null, WEEK));
    return mention == null ? "none" : mention.paper();
  }

  @Test
  void the_name_before_the_colon_is_recognised() {
    assertThat(spokenOf("kestrix", "Kestrix is a router that evens the load of sparse experts."))
        .isEqualTo("2602.00001");
  }

  @Test
  void a_paraphrase_is_recognised_by_its_names_and_numbers() {
    String text =
        "The authors let a model search a tree of hidden states, not of sentences: PuzzleYard"
            + " accuracy goes up to 78.9% (from 61.4%) with 3.7x fewer tokens decoded.";
    assertThat(spokenOf("Latent Thought Trees", text)).isEqualTo("2602.00002");
    String others = text.replaceAll("[0-9.]+[%x]", "much").replace("PuzzleYard", "Its");
    assertThat(words("Latent Thought Trees", others))
        .isLessThan(words("Latent Thought Trees", text));
  }

  private double words(String title, String text) {
    return mentions.contenders(piece("i", title, text, null, WEEK), PAPERS.size()).stream()
        .mapToDouble(contender -> contender.signs().getOrDefault(MentionSigns.Sign.WORDS, 0.0))
        .max()
        .orElse(0);
  }

  private double score(String title, String text) {
    Mentions.Mention mention = mentions.find(piece("i", title, text, null, WEEK));
    return mention == null ? 0 : mention.score();
  }

  @Test
  void the_title_again_at_the_head_of_the_text_says_nothing_more() {
    String text = "The graders of agents and what they leave out.";
    assertThat(score("Agent Benchmarks", "Agent Benchmarks" + " - " + text))
        .isEqualTo(score("Agent Benchmarks", text));
  }

  @Test
  void of_two_papers_of_a_name_the_one_of_these_days_is_meant() {
    assertThat(spokenOf("Plumbline", "Where attention sinks begin in deep transformers, measured."))
        .isEqualTo("2602.00006");
  }

  @Test
  void an_older_paper_of_the_same_name_about_something_else_is_not_meant() {
    assertThat(spokenOf("Harrow", "Harrow is a text editor for the terminal with a vi mode."))
        .isEqualTo("none");
  }

  @Test
  void a_product_launch_that_shares_words_speaks_of_none() {
    String text = "Acme opens its agent platform to all: benchmarks, hosting, $20 a month a seat.";
    List<Piece> week = new ArrayList<>(PAPERS);
    for (int i = 0; i < 60; i++) {
      String abstractText = "Agents of platform " + i + " meet benchmarks with cost " + i * 7;
      week.add(paper("2602.10%03d".formatted(i), WEEK, "Agent Benchmarks " + i, abstractText));
    }
    assertThat(spokenOf(new Mentions(week), "Acme launches Agent Studio", text)).isEqualTo("none");
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
    assertThat(new Mentions(List.of()).find(Piece.of("i", "Kestrix", "A router."))).isNull();
  }

  @Test
  void papers_not_known_yet_are_not_meant() {
    Piece item = piece("i", "Agent Benchmarks", "A survey of agent benchmarks.", null, WEEK);
    assertThat(mentions.find(item, 3)).isNotNull();
    assertThat(mentions.find(item, 2)).isNull();
    assertThat(mentions.find(item, 0)).isNull();
  }

  @Test
  void the_order_of_the_papers_does_not_matter() {
    Mentions reversed = new Mentions(new ArrayList<>(PAPERS).reversed());
    for (Piece paper : PAPERS) {
      Piece item = piece("i", paper.title(), paper.text(), null, WEEK);
      assertThat(reversed.find(item)).isEqualTo(mentions.find(item)).isNotNull();
    }
  }
}
