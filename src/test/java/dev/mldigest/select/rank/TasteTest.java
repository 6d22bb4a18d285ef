package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.Newsroom;
import dev.mldigest.select.story.Stories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TasteTest {
  private static final List<String> SUBJECTS = List.of("routers", "gauges", "folds", "grids");
  private static final List<String> NOUNS =
      List.of("alder", "birch", "cedar", "dogwood", "elm", "fir", "gum");
  private static final List<String> FADS =
      List.of(
          "amber",
          "beryl",
          "coral",
          "diamond",
          "emerald",
          "flint",
          "garnet",
          "hematite",
          "iolite",
          "jade",
          "kyanite",
          "lapis",
          "marble");

  /** Issues of thirty entries, of which the editor picks those with many points. */
  private static PastIssues past(int issues) {
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= issues; week++) {
      for (int i = 0; i < 30; i++) {
        boolean liked = i % 4 == 0;
        items.add(
            new PastIssues.Past(
                week + "/" + i,
                new Week(2026, week),
                liked,
                new PastIssues.Told(
                    "On " + SUBJECTS.get((i + i / 4 + week) % 4),
                    "What we saw of them.",
                    null,
                    "The s"),
                new PastIssues.Traits(
                    List.of("Author " + week + "." + i),
                    List.of(),
                    new Signals(liked ? 80 + i : i % 3, 0, false),
                    1)));
      }
    }
    return new PastIssues(items, Set.of());
  }

  private static Story story(String id, String title, int points) {
    Candidate plain = Newsroom.candidate(id, Newsroom.blog("s"), title, "What we saw of them.");
    Entry entry =
        new Entry(
            id,
            plain.entry().sourceId(),
            plain.entry().feedEntry().toBuilder().signals(new Signals(points, 0, false)).build(),
            plain.entry().canonical(),
            plain.entry().date(),
            plain.entry().date());
    return new Stories()
        .group(List.of(new Candidate(entry, plain.source(), plain.article())))
        .getFirst();
  }

  private static final Settings.Audience AUDIENCE =
      new Settings.Audience("Engineers.", List.of("On bridges and how they hold"), List.of());
  private static final Slots SLOTS =
      new Slots(5, 5, 0, 0, List.of(new SectionRule("posts", "Posts", 5, 0)));

  private static double[] taste(int issues) {
    return Taste.of(past(issues), AUDIENCE, SLOTS)
        .of(List.of(story("a", "On routers", 0), story("b", "On routers", 90)))
        .stream()
        .mapToDouble(Taste.Liking::value)
        .toArray();
  }

  /** Issues of forty entries, two on bridges, as the audience wants; all on gauges are picked. */
  private static PastIssues clear() {
    Random random = new Random(7);
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= 12; week++) {
      for (int i = 0; i < 40; i++) {
        String subject = i < 2 ? "bridges and how they hold" : SUBJECTS.get(i % 4);
        boolean picked = i >= 2 && i % 4 == 1;
        items.add(past(random, week, "On " + subject + " " + noun(random), "The s", picked, 1));
      }
    }
    return new PastIssues(items, Set.of());
  }

  /**
   * Issues of forty entries of which the eight of trusted sources are picked. Their titles share a
   * word of the week, which half of what is passed over holds a week later.
   */
  private static PastIssues misleading() {
    Random random = new Random(8);
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= 12; week++) {
      for (int i = 0; i < 40; i++) {
        boolean picked = i < 8;
        String word = picked ? FADS.get(week) : i < 24 ? FADS.get(week - 1) : noun(random);
        String source = "The s" + random.nextInt(1_000_000);
        items.add(past(random, week, noun(random) + " " + word, source, picked, picked ? 3 : 1));
      }
    }
    return new PastIssues(items, Set.of());
  }

  private static String noun(Random random) {
    return NOUNS.get(random.nextInt(NOUNS.size()));
  }

  private static PastIssues.Past past(
      Random random, int week, String title, String source, boolean picked, double weight) {
    return new PastIssues.Past(
        String.format("%016x", random.nextLong()),
        new Week(2026, week),
        picked,
        new PastIssues.Told(title, "Seen " + noun(random) + " and " + noun(random), null, source),
        new PastIssues.Traits(List.of(), List.of(), Signals.NONE, weight));
  }

  @Test
  void a_taste_that_shows_in_the_archive_is_used_and_says_what_it_believes() {
    Taste taste = Taste.of(clear(), AUDIENCE, SLOTS);
    TasteRecord record = taste.record();
    assertThat(record.isUsed()).isTrue();
    assertThat(record.issues()).hasSize(9); // of nine picks each; the first ones teach
    assertThat(record.tasted().atTwenty()).isGreaterThan(record.plain().atTwenty() + 0.3);
    assertThat(record.tasted().atSlots()).isGreaterThan(record.plain().atSlots() + 0.1);
    assertThat(record.sentence()).startsWith("What was learned from your issues is used: over");
    assertThat(FeatureWords.of(taste.beliefs().getFirst().feature())).contains("gaug");
    assertThat(taste.beliefs().getFirst().weight()).isPositive();
  }

  @Test
  void a_taste_that_does_worse_than_the_plain_order_is_not_used_and_says_so() {
    Taste taste = Taste.of(misleading(), AUDIENCE, SLOTS);
    TasteRecord record = taste.record();
    assertThat(record.plain().atTwenty()).isEqualTo(1);
    assertThat(record.lift()).isNotPositive();
    assertThat(record.isUsed()).isFalse();
    assertThat(record.sentence()).startsWith("What was learned from your issues is not used: over");
    assertThat(taste.of(List.of(story("a", "On routers", 0), story("b", "On folds", 90))))
        .containsOnly(Taste.Liking.NONE);
    assertThat(Taste.of(misleading(), AUDIENCE, SLOTS).record()).isEqualTo(record);
  }

  private static TasteRecord.Judged judged(Double... lifts) {
    TasteRecord.Recall some = new TasteRecord.Recall(0.5, 0.5);
    return new TasteRecord.Judged(new Week(2026, 7), lifts.length, 40, some, some, List.of(lifts));
  }

  private static TasteRecord record(int issues, Double... lifts) {
    return new TasteRecord(true, 1, 1, 5, Collections.nCopies(issues, judged(lifts)));
  }

  @Test
  void few_picks_prove_nothing_against_what_was_learned_and_let_it_speak_mildly() {
    TasteRecord few = record(3, -0.2, -0.1, -0.3, -0.2, -0.4);
    assertThat(few.isUsed()).isTrue();
    assertThat(few.worth()).isLessThan(0.5);
    assertThat(few.sentence()).contains("is used mildly");
    assertThat(record(4, -0.2, -0.1, -0.3, -0.2, -0.4).isUsed()).isFalse();
  }

  @Test
  void what_is_no_better_than_the_plain_order_beyond_chance_is_not_used() {
    assertThat(record(4, 0.2, 0.1, 0.3, 0.2, 0.4).isUsed()).isTrue();
    assertThat(record(4, 0.2, 0.1, 0.3, 0.2, 0.4).worth()).isEqualTo(1);
    assertThat(record(4, 0.5, -0.5, 0.4, -0.3, 0.0).isUsed()).isFalse();
    assertThat(record(4, 0.0, 0.0, 0.0, 0.0, 0.0).isUsed()).isFalse();
    assertThat(TasteRecord.TOO_FEW.isUsed()).isFalse();
    assertThat(TasteRecord.TOO_FEW.sentence()).contains("at least 24 picks");
  }

  @Test
  void what_the_features_are_called_is_plain_language() {
    assertThat(FeatureWords.of("form best")).isEqualTo("claims to beat others");
    assertThat(FeatureWords.of("title scaling laws")).isEqualTo("'scaling laws' in the title");
    assertThat(FeatureWords.of("author a. b")).isEqualTo("by a. b");
    assertThat(FeatureWords.of("form day MONDAY")).isEqualTo("day MONDAY");
  }

  @Test
  void the_points_of_a_feed_count_where_the_editor_went_with_them() {
    double[] taste = taste(4);
    assertThat(taste[1]).isGreaterThan(taste[0]);
  }

  @Test
  void too_few_picks_teach_nothing() {
    assertThat(taste(2)).containsOnly(0, 0);
  }
}
