package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.issue.SummarySentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {
  private final OfflineSummariser summariser = new OfflineSummariser();

  private List<String> post(String title, String text) {
    return texts(OfflineSummariser.Report.of(title, text, false));
  }

  private List<String> texts(OfflineSummariser.Report report) {
    return summariser.summarise(report).sentences().stream().map(SummarySentence::text).toList();
  }

  @Test
  void the_finding_with_its_number_comes_before_the_story_of_it() {
    List<String> summary =
        post(
            "A faster ferry across the bay",
            """
            Several months ago, we published a letter about the old ferry and its many troubles.
            Our mission is to bring everyone across the bay with a smile on the face.
            Modern ferries have become larger than ever before in the history of the bay.
            The new hull cuts the crossing of the bay by 40% and saves 200 litres of oil a day.
            The hull is made of two layers of pine with a gap of air between them.
            """);
    assertThat(summary.getFirst()).startsWith("The new hull cuts the crossing");
    assertThat(summary).noneMatch(s -> s.contains("mission") || s.contains("months ago"));
  }

  @Test
  void the_headline_is_not_said_again() {
    List<String> summary =
        post(
            "Introducing Ferry 3",
            """
            Today, we announce Ferry 3, the new release of Ferry.
            Ferry 3 carries 90 cars and is licensed for the open sea by the coast guard.
            All plans of the boat are published for shipyards that want to build one.
            """);
    assertThat(summary.getFirst()).startsWith("Ferry 3 carries 90 cars");
    assertThat(summary).noneMatch(s -> s.startsWith("Today, we announce"));
  }

  @Test
  void what_others_are_quoted_with_is_not_the_authors_word() {
    String quoted = "We use a lamp of glass to guide 300 boats into the harbour at night.";
    String own =
        "Lamps of glass break in the first frost, says a keeper who has tried four of them.";
    List<String> summary =
        texts(
            new OfflineSummariser.Report(
                "Lamps of glass",
                quoted + "\n" + own,
                "> " + quoted + "\n\n" + own,
                false,
                Furniture.NONE,
                OfflineSummariser.Writer.UNKNOWN));
    assertThat(summary).containsExactly(own);
  }

  @Test
  void what_a_source_says_in_every_letter_is_furniture() {
    Furniture furniture =
        Furniture.of(
            List.of(
                "Harbour Letter: The lamp is lit. Write to the keeper with all your questions.",
                "Harbour Letter: The quay is closed. Write to the keeper with all your questions.",
                "Harbour Letter: The quay is closed. Write to the keeper with all your"
                    + " questions."));
    assertThat(furniture.strip("Harbour Letter: The quay is closed."))
        .isEqualTo("The quay is closed.");
    assertThat(furniture.holds("Write to the keeper with all your questions.")).isTrue();
    assertThat(furniture.holds("The quay is closed.")).isFalse();
    assertThat(furniture.strip("One more thing: The quay is closed.")).startsWith("One more");
  }

  @Test
  void a_text_without_news_gives_one_sentence_and_no_filler() {
    List<String> summary =
        post(
            "Boats",
            """
            Boats of pine float longer than boats of oak in salt water.
            We are excited to unlock the full potential of boats for everyone!
            Have you ever wondered what a boat dreams of at night?
            """);
    assertThat(summary)
        .containsExactly("Boats of pine float longer than boats of oak in salt water.");
  }

  @Test
  void an_order_and_what_all_do_are_no_news() {
    List<String> summary =
        post(
            "Counting boats",
            """
            Most harbours keep the count of their boats in a book of paper.
            Before you begin, write the number of each boat into the book.
            Iterate twice over the book, checking every number.
            The new camera counts 300 boats an hour and misses 3% of them.
            """);
    assertThat(summary)
        .containsExactly("The new camera counts 300 boats an hour and misses 3% of them.");
  }

  @Test
  void what_names_the_thing_of_the_title_comes_before_what_is_found_of_it() {
    List<String> summary =
        post(
            "SailNet counts boats with 96% less oil",
            """
            In a week of tests, the use of oil drops by 96% in each of the bays.
            SailNet keeps all the pictures of boats on paper and reads them by night.
            Boats are counted in every bay of the coast by keepers of the lamps.
            """);
    assertThat(summary)
        .containsExactly(
            "SailNet keeps all the pictures of boats on paper and reads them by night.",
            "In a week of tests, the use of oil drops by 96% in each of the bays.");
  }

  @Test
  void the_same_is_not_measured_twice() {
    List<String> summary =
        post(
            "SailNet 2",
            """
            SailNet 2 cuts the time of counting boats in large bays by up to 50%.
            It cut the time of counting boats by over 40% in large bays of the north.
            We released the pictures of 4,000 boats for everybody who counts them.
            """);
    assertThat(summary).first().asString().contains("by up to 50%");
    assertThat(summary).noneMatch(sentence -> sentence.contains("over 40%"));
  }

  @Test
  void advice_is_quoted_from_where_it_is_summed_up() {
    String text =
        """
        I have been counting boats for a while now, and my eyes are tired.
        Write the number of each boat into the book before the night.
        Check every page of the book twice in the morning hours.
        Treat the keeper of the lamp as a friend who is tired.
        Keep the book dry and count the boats of the bay in one go.
        """;
    OfflineSummariser.Writer ada =
        new OfflineSummariser.Writer(
            "Ada Example", "https://ada.example.org/x", false, "Ada Example");
    assertThat(
            texts(
                new OfflineSummariser.Report(
                    "Counting boats well", text, "", false, Furniture.NONE, ada)))
        .first()
        .isEqualTo(
            "Ada Example writes: “Keep the book dry and count the boats of the bay in one go.”");
  }

  @Test
  void what_a_house_introduces_it_introduces() {
    OfflineSummariser.Writer house =
        new OfflineSummariser.Writer("Owlworks", "https://www.owlworks.ai/news/x", true, "");
    assertThat(
            texts(
                new OfflineSummariser.Report(
                    "Owlworks 3.1",
                    "Introducing Barn Max in three sizes for small, old and very large owls.",
                    "",
                    false,
                    Furniture.NONE,
                    house)))
        .containsExactly(
            "Owlworks introduces Barn Max in three sizes for small, old and very large owls.");
  }

  @Test
  void better_than_others_without_a_figure_is_no_finding() {
    List<String> summary =
        texts(
            OfflineSummariser.Report.of(
                "SailNet: counting boats",
                "Boats are hard to count. We introduce SailNet, a counter of sails in aerial"
                    + " pictures of bays. Extensive experiments show that SailNet outperforms"
                    + " state-of-the-art counters and shows strong performance. We release the"
                    + " pictures of all 4,000 boats.",
                true));
    assertThat(summary)
        .containsExactly(
            "SailNet is a counter of sails in aerial pictures of bays.",
            "The authors release the pictures of all 4,000 boats.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We moved to lamps\\[^1\\] of glass. | We moved to lamps of glass.",
        "The lamp (Github repo) burns all night. | The lamp burns all night.",
        "It was shown [3, 12] that lamps burn. | It was shown that lamps burn.",
        "Lamps burn 49\\% longer. | Lamps burn 49% longer.",
        "The array a[i] and the year (2024) stay. | The array a[i] and the year (2024) stay.",
      })
  void marks_of_the_page_and_tex_are_taken_off(String sentence, String tidy) {
    assertThat(Tidy.of(sentence)).isEqualTo(tidy);
  }

  @Test
  void an_item_of_a_list_that_is_a_sentence_gets_its_stop() {
    String item = "Ferry 3 provides room for ninety cars that can be loaded within an hour";
    assertThat(Tidy.of(item)).isEqualTo(item + ".");
    assertThat(Tidy.of("How We Built a Ferry That Is Loaded Within an Hour of Arrival"))
        .doesNotEndWith(".");
  }

  @Test
  void a_short_form_that_nothing_explains_is_told() {
    assertThat(Abbreviations.unexplained("PQRX beats GPT by 2 points.", List.of()))
        .containsExactly("PQRX");
    assertThat(Abbreviations.unexplained("PQRX beats GPT.", List.of("PQRX: fast boats"))).isEmpty();
    assertThat(Abbreviations.unexplained("The power quay (PQRX) is new.", List.of())).isEmpty();
    assertThat(Abbreviations.unexplained("MSB is old.", List.of("many small boats"))).isEmpty();
  }

  @Test
  void a_name_that_a_later_sentence_uses_is_not_cut_from_the_gist() {
    List<String> summary =
        texts(
            OfflineSummariser.Report.of(
                "Counting boats from above",
                "Boats are hard to count from the sky. We propose a counter of sails in aerial"
                    + " pictures (SailNet) that simultaneously reads their numbers. Extensive"
                    + " experiments on four bays demonstrate that SailNet misses 3% of all boats.",
                true));
    assertThat(String.join(" ", summary)).contains("(SailNet)", "misses 3%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"“Lamps of glass break in the first frost.”", "He said \"lamps of glass break"})
  void a_bare_or_torn_quotation_is_nobodys(String sentence) {
    assertThat(Quoted.of("").test(sentence)).isTrue();
  }
}
