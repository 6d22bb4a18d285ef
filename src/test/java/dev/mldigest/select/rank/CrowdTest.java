package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.SourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static Crowd.Voice voice(SourceKind kind, int points, int comments) {
    return new Crowd.Voice(kind, new Signals(points, comments, false));
  }

  private static Crowd.Voice votes(int points) {
    return voice(SourceKind.HUGGING_FACE, points, 0);
  }

  private static List<Double> values(List<List<Crowd.Voice>> stories) {
    return Crowd.of(stories).stream().map(Crowd.Reception::value).toList();
  }

  @Test
  void votes_are_compared_with_those_of_their_own_kind_of_source() {
    Crowd.Voice few = voice(SourceKind.HACKER_NEWS, 100, 0);
    Crowd.Voice many = voice(SourceKind.HACKER_NEWS, 900, 0);
    List<Double> values =
        values(List.of(List.of(votes(5)), List.of(votes(100)), List.of(few), List.of(many)));
    assertThat(values.get(1)).isGreaterThan(values.get(2));
    assertThat(values.get(0)).isCloseTo(values.get(2), within(1e-9));
    assertThat(values.get(1)).isCloseTo(values.get(3), within(1e-9));
  }

  @Test
  void of_several_places_a_story_counts_its_best_and_names_it() {
    Crowd.Voice silent = voice(SourceKind.ARXIV, 0, 0);
    List<Crowd.Reception> crowd =
        Crowd.of(List.of(List.of(silent, votes(182)), List.of(votes(9)), List.of(silent)));
    assertThat(crowd.get(0).words()).isEqualTo("182 votes on Hugging Face");
    assertThat(crowd.get(0).value()).isGreaterThan(crowd.get(1).value());
    assertThat(crowd.get(2)).isEqualTo(Crowd.Reception.NONE);
  }

  @Test
  void no_count_however_large_adds_more_than_two() {
    List<List<Crowd.Voice>> stories =
        List.of(
            List.of(votes(Integer.MAX_VALUE)),
            List.of(votes(1)),
            List.of(votes(1)),
            List.of(votes(1)),
            List.of(votes(1)),
            List.of(votes(1)));
    assertThat(values(stories)).allMatch(value -> value >= 0 && value <= 2);
  }

  @Test
  void comments_count_where_there_are_no_points() {
    Crowd.Voice discussed = voice(SourceKind.BLOG, 0, 40);
    Crowd.Voice quiet = voice(SourceKind.BLOG, 0, 1);
    List<Crowd.Reception> crowd = Crowd.of(List.of(List.of(discussed), List.of(quiet)));
    assertThat(crowd.get(0).words()).isEqualTo("40 comments");
    assertThat(crowd.get(0).value()).isGreaterThan(crowd.get(1).value());
  }
}
