package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.select.piece.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackRecordsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-02-01");

  private final FeatureSpace space = new FeatureSpace();
  private final TrackRecords records = new TrackRecords(space);

  private Contender by(String author, String id, LocalDate week, @Nullable LocalDate picked) {
    Piece piece =
        new Piece(id, "A title", "A text.", null, null, null, null, List.of(author), List.of());
    return new Contender(id, week, space.read(piece), null, picked);
  }

  private Contender liked(String id, int votes) {
    FeatureSpace.Features features = space.read(Piece.of(id, "A title", "A text."));
    return new Contender(id, FIRST, features, new Popularity(FIRST.minusDays(2), votes), null);
  }

  private List<String> known(LocalDate week, Contender contender) {
    return names(records.read(week, List.of(contender)).getFirst());
  }

  private List<String> names(FeatureSpace.Features features) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      names.add(space.name(features.id(i)));
    }
    return names;
  }

  @Test
  void a_pick_counts_for_its_author_from_the_week_after_its_issue() {
    LocalDate issue = FIRST.plusWeeks(1); // it came a week later than the paper
    records.add(List.of(by("Ada Lind", "a", FIRST, issue)));
    assertThat(known(issue, by("ADA LIND", "b", issue, null))).isEmpty();
    LocalDate after = issue.plusWeeks(1);
    assertThat(known(after, by("ADA LIND", "c", after, null))).contains("record rate picked");
    assertThat(known(after, by("Bo Ek", "d", after, null))).isEmpty();
  }

  @Test
  void votes_are_compared_within_the_week() {
    List<Contender> week = new ArrayList<>();
    for (int votes = 1; votes <= 10; votes++) {
      week.add(liked("p" + votes, votes));
    }
    List<FeatureSpace.Features> known = records.read(FIRST, week);
    assertThat(names(known.getLast())).contains("popular at the top", "popular days");
    assertThat(names(known.getFirst())).contains("popular listed");
    assertThat(names(known.getFirst())).doesNotContain("popular at the top");
  }
}
