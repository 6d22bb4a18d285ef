package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.Standing.Work;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainOrderTest {
  private static final String DESCRIPTION = "Engineers who serve language models.";

  private static List<PlainOrder.Scored> scored(
      List<String> wanted, List<String> unwanted, Standing... stories) {
    return PlainOrder.byWords(new Settings.Audience(DESCRIPTION, wanted, unwanted))
        .of(List.of(stories));
  }

  private static Standing story(Work kind, String title, Crowd.Voice... voices) {
    Piece piece = Piece.of(title, title, title + ".");
    return new Standing(piece, kind, "Source", 1, 1, List.of(), List.of(voices));
  }

  private static final PlainOrder WHOLE =
      new PlainOrder(
          new Settings.Audience(DESCRIPTION, List.of(), List.of()), Embeddings.NONE, Prior.load());

  /** As a product's own page says it: the kind of words, none of them another hand's. */
  private static final String SELLS =
      "Our award-winning platform is trusted by leading companies. Book a demo and talk to sales"
          + " today to see how your business can transform.";

  private static Standing sold(Work kind, double weight) {
    Piece piece = Piece.of("a", "Discover why leading companies love our platform", SELLS);
    return new Standing(piece, kind, "Source", weight, 1, List.of(), List.of());
  }

  private static double against(Standing story) {
    return WHOLE.of(List.of(story)).getFirst().parts().stream()
        .filter(part -> part.name().startsWith("reads like"))
        .mapToDouble(Explanation.Part::value)
        .sum();
  }

  @Test
  void a_post_that_might_be_advertising_is_worth_less_and_says_so() {
    assertThat(against(sold(Work.POST, 1))).isLessThan(-0.3);
    assertThat(WHOLE.of(List.of(sold(Work.POST, 1))).getFirst().parts())
        .anyMatch(part -> part.name().equals("reads like sponsored post"));
    assertThat(against(story(Work.POST, "Paged attention kernels measured"))).isGreaterThan(-0.3);
  }

  @Test
  void papers_news_releases_and_trusted_sources_are_not_judged_by_their_words() {
    assertThat(against(sold(Work.PAPER, 1))).isZero();
    assertThat(against(sold(Work.NEWS, 1))).isZero();
    assertThat(against(sold(Work.RELEASE, 1))).isZero();
    assertThat(against(sold(Work.POST, 1.5))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Harrier 1.12.39,true",
    "Harrier Next v1.12.3,true",
    "v2.9.1,true",
    "Harrier 2.0,false",
    "Harrier 2.1.0,false",
    "Harrier 1.12.39 mends a silent corruption of data,false"
  })
  void a_title_of_nothing_but_a_repaired_version_is_worth_less(String title, boolean patch) {
    double[] score = scores(scored(List.of(), List.of(), story(Work.RELEASE, title)));
    assertThat(score[0] < 0).isEqualTo(patch);
  }

  private static double[] scores(List<PlainOrder.Scored> scored) {
    return scored.stream().mapToDouble(PlainOrder.Scored::score).toArray();
  }

  @Test
  void examples_move_no_paper_and_no_news() {
    Standing[] stories = {
      story(Work.PAPER, "Batching of requests"),
      story(Work.PAPER, "Folding of proteins"),
      story(Work.NEWS, "A laboratory opens an office"),
      story(Work.NEWS, "Batching of requests pays")
    };
    double[] without = scores(scored(List.of(), List.of(), stories));
    assertThat(
            scores(
                scored(List.of("Batching of requests"), List.of("Folding of proteins"), stories)))
        .containsExactly(without);
  }

  @Test
  void a_post_stands_between_the_wanted_and_the_unwanted() {
    List<PlainOrder.Scored> scored =
        scored(
            List.of("How we cut latency by batching"),
            List.of("50 prompts for marketers"),
            story(Work.POST, "Batching cut our latency"),
            story(Work.POST, "A quiet week"),
            story(Work.POST, "Prompts that marketers love"));
    assertThat(scored.get(0).score()).isGreaterThan(scored.get(1).score());
    assertThat(scored.get(1).score()).isGreaterThan(scored.get(2).score());
  }

  @Test
  void news_that_other_titles_of_the_week_speak_of_stands_above_the_rest() {
    List<Standing> week = new ArrayList<>();
    for (String town : List.of("Oslo", "Lima", "Rome", "Bonn", "Cork", "Nice", "Pisa", "Bern")) {
      week.add(story(Work.NEWS, "Office of " + town + " painted"));
      week.add(story(Work.NEWS, town + "er " + town.repeat(2)));
    }
    Standing first = story(Work.NEWS, "Kestrel 3 model weights released by Harrier");
    week.add(first);
    week.add(story(Work.NEWS, "Harrier releases weights of Kestrel 3"));
    week.add(story(Work.NEWS, "What Kestrel 3 of Harrier means for chip prices"));
    List<PlainOrder.Scored> scored = scored(List.of(), List.of(), week.toArray(Standing[]::new));
    assertThat(scored.get(week.indexOf(first)).score()).isGreaterThan(scored.get(1).score());
    assertThat(scored.get(week.indexOf(first)).reasons())
        .contains("other news of the week speaks of it too");
  }

  @Test
  void few_news_are_not_told_apart_by_their_titles() {
    double[] scores =
        scores(
            scored(
                List.of(),
                List.of(),
                story(Work.NEWS, "Kestrel 3 released"),
                story(Work.NEWS, "Kestrel 3 is out"),
                story(Work.NEWS, "An office opens")));
    assertThat(scores).containsOnly(0);
  }

  @Test
  void votes_are_a_reason_in_the_words_of_the_place_that_gave_them() {
    Crowd.Voice voice = new Crowd.Voice(SourceKind.HUGGING_FACE, new Signals(182, 0, false));
    PlainOrder.Scored scored =
        scored(List.of(), List.of(), story(Work.PAPER, "Batching", voice)).getFirst();
    assertThat(scored.reasons()).first().isEqualTo("182 votes on Hugging Face that week");
    assertThat(scored.parts()).anyMatch(part -> part.name().equals("182 votes on Hugging Face"));
  }
}
