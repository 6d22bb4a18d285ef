package dev.mldigest.assemble.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.issue.Explanation.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final List<Part> PARTS =
      List.of(
          new Part("what editors choose of papers", 3.2345),
          new Part("48 votes on Hugging Face", 1.2811),
          new Part("trust in Weaviate", -0.2231),
          new Part("like the description of the audience", 0.491));

  @Test
  void a_score_is_told_as_its_sum_in_words_and_as_a_table() {
    Scene scene = Pictures.waterfall(4.7835, PARTS);

    assertThat(scene.alternative())
        .isEqualTo(
            "Score waterfall. The score 4.78 is the sum of +3.23 what editors choose of papers,"
                + " +1.28 48 votes on Hugging Face, −0.22 trust in Weaviate, +0.49 like the"
                + " description of the audience.");
    assertThat(scene.table().rows()).hasSize(5).contains(List.of("trust in Weaviate", "−0.22"));
  }

  @Test
  void each_part_begins_where_the_one_before_it_ended() {
    List<Mark.Bar> bars = bars(Pictures.waterfall(4.7835, PARTS));

    assertThat(bars.get(1).x()).isEqualTo(bars.get(0).x() + bars.get(0).width());
    assertThat(bars.get(2).x() + bars.get(2).width())
        .isEqualTo(bars.get(1).x() + bars.get(1).width());
    assertThat(bars.get(2).tone()).isEqualTo(Tone.VERMILION);
    assertThat(bars.getLast().width()).isEqualTo(bars.get(3).x() + bars.get(3).width());
  }

  @Test
  void what_is_negative_in_all_and_what_is_nothing_stays_within_the_picture() {
    for (List<Part> parts :
        List.of(
            List.<Part>of(),
            List.of(new Part("nothing", 0)),
            List.of(new Part("far below", -12)),
            List.of(new Part("no number", Double.NaN), new Part("tiny", 1e-9)))) {
      double score = parts.stream().mapToDouble(Part::value).filter(Double::isFinite).sum();
      Scene scene = Pictures.waterfall(score, parts);

      assertThat(bars(scene))
          .allSatisfy(bar -> {
            assertThat(bar.x()).isBetween(0.0, scene.width() - 64.0);
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(scene.width() - 64 + 1e-9);
            assertThat(bar.width()).isPositive();
          });
    }
  }

  @Test
  void of_many_parts_the_strongest_stand_and_the_rest_is_one_sum() {
    List<Part> many = IntStream.range(1, 41).mapToObj(i -> new Part("part " + i, i)).toList();

    Scene scene = Pictures.waterfall(820, many);

    assertThat(scene.table().rows())
        .hasSize(13)
        .contains(List.of("part 40", "+40.00"), List.of("29 smaller parts", "+435.00"));
  }

  private static List<Mark.Bar> bars(Scene scene) {
    return scene.marks().stream()
        .filter(Mark.Bar.class::isInstance)
        .map(Mark.Bar.class::cast)
        .toList();
  }
}
