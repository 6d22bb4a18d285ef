package dev.mldigest.select.story.same;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameStoryTest {
  private static final List<String> MAKERS =
      List.of("Arden", "Belmore", "Castor", "Dunmark", "Eskdale", "Farrow", "Gilvane", "Harrix");
  private static final List<String> PRODUCTS =
      List.of("Plum", "Quill", "Rook", "Swift", "Teal", "Umber", "Vetch", "Willow");
  private static final List<String> STOCK =
      List.of(
          "Analysts were divided about what the announcement means for the market.",
          "The company did not answer questions about prices before publication.",
          "Earlier tests by customers had shown mixed results on long documents.",
          "Independent groups plan to repeat the measurements next month.");

  private static Piece piece(String id, String title, String text, String url) {
    return new Piece(id, title, text, url, null, null, null, List.of(), List.of());
  }

  private static Piece headline(String title, int day) {
    Instant date = Instant.parse("2026-02-02T07:00:00Z").plus(Duration.ofDays(day));
    String id = title + day;
    return new Piece(id, title, "", null, null, null, date, List.of(), List.of());
  }

  @Test
  void the_same_words_weeks_later_are_another_story() {
    Piece now = headline("Arden recalls Plum speakers after fires in Lyon", 0);
    assertThat(SameStory.group(List.of(now, headline("Arden recalls Plum speakers in Lyon", 2))))
        .containsExactly(0, 0);
    assertThat(SameStory.group(List.of(now, headline("Arden recalls Plum speakers in Lyon", 20))))
        .containsExactly(0, 1);
  }

  @Test
  void places_on_one_page_under_other_titles_are_pieces_of_their_own() {
    String page = "https://plum.example/changes#";
    String text =
        "Plum by Arden changes in Riga and Lyon what it did before in Cardiff. ".repeat(9);
    List<Piece> changes =
        List.of(
            piece("a", "Plum learns Welsh", text, page + "v1"),
            piece("b", "Plum drops its old interface", text, page + "v2"));
    assertThat(SameStory.group(changes)).containsExactly(0, 1);
    List<Piece> same =
        List.of(
            piece("a", "Plum learns Welsh", text, page + "comments"),
            piece("b", "Plum learns Welsh", text, page + "top"));
    assertThat(SameStory.group(same)).containsExactly(0, 0);
  }

  @Test
  void what_stands_in_the_titles_of_every_week_makes_no_story() {
    List<Piece> pieces = new ArrayList<>();
    for (int week = 0; week < 8; week++) {
      for (int i = 0; i < 12; i++) {
        String own = MAKERS.get((week + i) % 8) + " word" + (week * 12 + i);
        pieces.add(headline("Corvid Chatbot " + own, 7 * week));
      }
    }
    assertThat(SameStory.group(pieces)).doesNotHaveDuplicates();
  }

  @Test
  void headlines_in_other_words_are_one_story_where_their_meaning_is_known() {
    List<Piece> pieces =
        List.of(
            headline("Plum maker Arden halves its staff", 0),
            headline("Arden to let Plum workers go before spring comes", 0),
            headline("Castor opens a plant in Riga harbour", 0));
    Embeddings meant =
        titles ->
            titles.stream()
                .map(title ->
                    Embedding.of(title.contains("Arden") ? new float[] {1, 0} : new float[] {0, 1}))
                .toList();
    assertThat(SameStory.group(pieces)).containsExactly(0, 1, 2);
    assertThat(SameStory.group(pieces, meant)).containsExactly(0, 0, 1);
  }

  /** A made-up week: stories in three wordings, each with neighbours that differ in facts only. */
  private static List<Piece> week(long seed, Map<String, Integer> truth) {
    Random random = new Random(seed);
    List<Piece> pieces = new ArrayList<>();
    for (int story = 0; story < 40; story++) {
      String maker = MAKERS.get(random.nextInt(MAKERS.size()));
      String product = PRODUCTS.get(story % 8) + "-" + (1 + story / 8);
      String score = (40 + story) + "." + random.nextInt(10);
      String facts = maker + " says that " + product + " reaches " + score + " points. ";
      List<String> titles =
          List.of(
              maker + " releases " + product + ", a speech model at " + score,
              "With " + product + ", " + maker + " claims " + score + " points",
              maker + "'s new speech model " + product + " reaches " + score);
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        String id = "p" + random.nextInt(1_000_000) + "-" + story + "-" + i;
        String filler = STOCK.get(random.nextInt(4)) + " " + STOCK.get(random.nextInt(4));
        pieces.add(piece(id, titles.get(i), facts + filler, "http://h" + i + ".example/" + story));
        truth.put(id, story);
      }
    }
    return pieces;
  }

  private static Set<Set<String>> stories(List<Piece> pieces) {
    int[] story = SameStory.group(pieces);
    Map<Integer, Set<String>> stories = new HashMap<>();
    for (int i = 0; i < story.length; i++) {
      stories.computeIfAbsent(story[i], s -> new HashSet<>()).add(pieces.get(i).title());
    }
    return new HashSet<>(stories.values());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rewrites_are_one_story_and_near_misses_are_others(long seed) {
    Map<String, Integer> truth = new HashMap<>();
    List<Piece> pieces = week(seed, truth);
    int[] story = SameStory.group(pieces);
    int wrong = 0;
    for (int i = 0; i < story.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean same =
            java.util.Objects.equals(truth.get(pieces.get(i).id()), truth.get(pieces.get(j).id()));
        wrong += same == (story[i] == story[j]) ? 0 : 1;
      }
    }
    assertThat(wrong).as("wrong pairs, seed %d", seed).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void grouping_depends_on_neither_order_nor_ids(long seed) {
    List<Piece> pieces = week(seed, new HashMap<>());
    Set<Set<String>> expected = stories(pieces);
    List<Piece> shuffled = new ArrayList<>(pieces);
    Collections.shuffle(shuffled, new Random(seed));
    List<Piece> renamed =
        shuffled.stream()
            .map(p ->
                piece("x" + p.title().hashCode(), p.title(), p.text(), String.valueOf(p.url())))
            .toList();
    assertThat(stories(renamed)).as("seed %d", seed).isEqualTo(expected);
  }

  @Test
  void the_same_page_is_one_story_whatever_the_link_carries() {
    List<Piece> pieces =
        List.of(
            piece("a", "One headline", "", "http://www.site.example/a/1.html?utm_source=x"),
            piece("b", "Quite other words", "", "https://site.example/a/1.html"),
            piece("c", "Third", "", "https://site.example/a/2.html"));
    assertThat(SameStory.group(pieces)).containsExactly(0, 0, 1);
  }

  @Test
  void a_page_that_names_another_as_its_own_address_is_a_copy_of_it() {
    Piece original = piece("a", "Original words", "", "https://site.example/story");
    Piece copy =
        new Piece(
            "b",
            "Copied",
            "",
            "https://copy.example/x",
            "https://site.example/story",
            null,
            null,
            List.of(),
            List.of());
    assertThat(SameStory.group(List.of(original, copy))).containsExactly(0, 0);
  }

  @Test
  void a_canonical_link_to_the_front_page_makes_no_copies() {
    List<Piece> pieces =
        java.util.stream.IntStream.range(0, 3)
            .mapToObj(i ->
                new Piece(
                    "p" + i,
                    List.of("Alpha", "Beta", "Gamma").get(i),
                    "",
                    "https://site.example/" + i,
                    "https://site.example/",
                    null,
                    null,
                    List.of(),
                    List.of()))
            .toList();
    assertThat(SameStory.group(pieces)).containsExactly(0, 1, 2);
  }

  @Test
  void two_papers_are_never_one_story() {
    String text =
        "We study Sparta attention in Berlin and Zurich with the Atlas corpus. ".repeat(8);
    List<Piece> pieces =
        List.of(
            piece("a", "Sparta attention", text + "First.", "https://arxiv.org/abs/2601.00001"),
            piece("b", "Sparta attention", text + "Second.", "https://arxiv.org/abs/2601.00002"));
    assertThat(SameStory.group(pieces)).containsExactly(0, 1);
  }

  @Test
  void the_same_sentence_about_another_product_or_figure_is_another_story() {
    String text =
        " of Arden answers in Welsh and Basque, says Arden in Cardiff. It costs %s dollars.";
    List<Piece> pieces =
        List.of(
            Piece.of("a", "Arden releases Plum-3", "Plum-3" + text.formatted("10.50")),
            Piece.of("b", "Arden releases Plum-3 in Wales", "Plum-3" + text.formatted("10.50")),
            Piece.of("c", "Arden releases Plum-4", "Plum-4" + text.formatted("10.50")),
            Piece.of("d", "Arden releases Plum-3", "Plum-3" + text.formatted("99.70")));
    assertThat(SameStory.group(pieces)).containsExactly(0, 0, 1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arden's Plum speech model released | Arden's Plum speech model jailbroken",
        "Arden launches the Plum assistant in Wales | Arden cancels the Plum assistant in Wales",
        "Arden launches the Plum assistant in Wales | Arden delays the Plum assistant in Wales",
        "Arden confirms its Plum takeover of Belmore | Arden denies its Plum takeover of Belmore",
        "Arden beats Belmore at the Cardiff chess cup | Arden loses to Belmore at the Cardiff chess"
            + " cup",
        "Arden's Plum is open to all, says Cardiff | Arden's Plum isn't open to all, says Cardiff",
        "Arden's Plum 3 speech model is here | Arden's Plum 4 speech model is here",
        "Arden's GPT-4 rival writes Welsh verse | Arden's GPT-5 rival writes Welsh verse",
        "Arden shows a 70B speech model in Cardiff | Arden shows an 8B speech model in Cardiff",
      })
  void titles_that_say_the_opposite_or_another_number_are_two_stories(String one, String other) {
    List<Piece> pieces = List.of(Piece.of("a", one, ""), Piece.of("b", other, ""));
    assertThat(SameStory.group(pieces)).containsExactly(0, 1);
    Piece again = Piece.of("b", one + " today", "");
    assertThat(SameStory.group(List.of(pieces.getFirst(), again))).containsExactly(0, 0);
  }

  @Test
  void papers_are_told_by_their_identifier_where_there_is_no_address() {
    String text =
        "We study Sparta attention in Berlin and Zurich with the Atlas corpus. ".repeat(8);
    List<Piece> pieces =
        List.of(
            Piece.of("arxiv:2601.00001", "Sparta attention", text),
            Piece.of("arxiv:2601.00002", "Sparta attention", text));
    assertThat(SameStory.group(pieces)).containsExactly(0, 1);
  }

  /** Nine texts of one narrow subject: its words are theirs, its names are not. */
  @Test
  void texts_of_one_narrow_subject_that_name_nobody_in_common_stay_apart() {
    String subject =
        " on unlearning of private records by gradient ascent, with forgetting curves,"
            + " retained utility, membership attacks, relearning time, influence functions,"
            + " shard retraining, noise schedules, certified bounds, deletion requests,"
            + " audit queries and calibration of the forgotten classes.";
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      char own = (char) ('a' + i);
      StringBuilder text = new StringBuilder("A study" + subject);
      for (int word = 0; word < 6; word++) {
        text.append(" own").append(own).append((char) ('a' + word % 20)).append(own);
      }
      pieces.add(Piece.of("p" + i, "Unlearning records, part " + own + own, text.toString()));
    }
    assertThat(Arrays.stream(SameStory.group(pieces)).distinct()).hasSize(9);
  }

  @Test
  void reports_that_share_only_their_field_stay_apart() {
    Random random = new Random(7);
    List<String> field = List.of("model", "training", "layer", "token", "loss", "data", "scale");
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 60; word++) {
        boolean common = random.nextInt(4) == 0;
        text.append(
            common ? field.get(random.nextInt(7)) : "own" + (char) ('a' + i % 26) + i + "x");
        text.append(common ? " " : word + " ");
      }
      pieces.add(Piece.of("p" + i, "A study of model training " + i, text.toString()));
    }
    assertThat(Arrays.stream(SameStory.group(pieces)).distinct()).hasSize(60);
  }

  @Test
  void nothing_and_one_piece_are_grouped_too() {
    assertThat(SameStory.group(List.of())).isEmpty();
    assertThat(SameStory.group(List.of(Piece.of("a", "", "")))).containsExactly(0);
  }

  @Test
  void a_batch_of_identical_hostile_texts_stays_quick() {
    List<Piece> pieces = new ArrayList<>();
    String text = "1.1 A-1 ".repeat(4_000);
    for (int i = 0; i < 300; i++) {
      pieces.add(Piece.of("p" + i, "A-1 ".repeat(200) + i, text));
    }
    int[] stories = SameStory.group(pieces);
    assertThat(Arrays.stream(stories).boxed().collect(Collectors.toSet())).hasSize(1);
  }
}
