package dev.mldigest.select.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.Newsroom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Editors whose mind is known: they see the program's picks of an issue, three of ten a section,
 * and take out, put in and leave. What is learned of them is what they are like, or nothing.
 */
class SimulatedEditorsTest {
  private static final List<String> SUBJECTS =
      List.of("kernels", "folding", "gauges", "grids", "queues", "traffic", "glaciers", "looms");
  private static final List<String> DEEDS =
      List.of("measured", "rebuilt", "explained", "compared", "shipped", "questioned", "mapped");
  private static final List<String> PLACES =
      List.of("Lund", "Porto", "Turin", "Ghent", "Split", "Bergen", "Graz", "Brno", "Cork");
  private static final Settings.Audience AUDIENCE =
      new Settings.Audience("Engineers.", List.of(), List.of());
  private static final Slots SLOTS = new Slots(6, 6, 0, 0, List.of());
  private static final int OF_A_SECTION = 20;
  private static final int PICKS = 5;

  private record Offer(String id, String section, String title, String source) {
    boolean isAbout(String subject) {
      return title.contains(subject);
    }
  }

  private static List<Offer> week(Random random, int week) {
    List<Offer> offers = new ArrayList<>();
    for (String section : List.of("papers", "posts")) {
      for (int i = 0; i < OF_A_SECTION; i++) {
        String title =
            "%s %s in %s".formatted(any(random, SUBJECTS), any(random, DEEDS), any(random, PLACES));
        String source = section.equals("papers") ? "archive" : "house-" + random.nextInt(6);
        offers.add(new Offer("%02d/%s/%02d".formatted(week, section, i), section, title, source));
      }
    }
    return offers;
  }

  private static String any(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** Issues as an editor leaves them who takes of each section what scores best in the mind. */
  private static PastIssues past(Random random, int issues, ToDoubleFunction<Offer> mind) {
    List<PastIssues.Past> items = new ArrayList<>();
    for (int week = 1; week <= issues; week++) {
      for (List<Offer> section : bySection(week(random, week))) {
        Set<Offer> printed = new HashSet<>(section.subList(0, PICKS)); // it knows nothing yet
        Set<Offer> kept = new HashSet<>(best(section, mind));
        for (Offer offer : section) {
          PastIssues.Hand hand =
              printed.contains(offer) == kept.contains(offer)
                  ? PastIssues.Hand.NONE
                  : kept.contains(offer) ? PastIssues.Hand.ADDED : PastIssues.Hand.DELETED;
          items.add(past(offer, week, kept.contains(offer), hand));
        }
      }
    }
    return new PastIssues(items, Set.of());
  }

  private static List<List<Offer>> bySection(List<Offer> offers) {
    return List.of(offers.subList(0, OF_A_SECTION), offers.subList(OF_A_SECTION, offers.size()));
  }

  private static List<Offer> best(List<Offer> section, ToDoubleFunction<Offer> mind) {
    return section.stream()
        .sorted(Comparator.comparingDouble(mind).reversed().thenComparing(Offer::id))
        .limit(PICKS)
        .toList();
  }

  private static PastIssues.Past past(Offer offer, int week, boolean picked, PastIssues.Hand hand) {
    return new PastIssues.Past(
        offer.id(),
        new Week(2026, week),
        picked,
        new PastIssues.Told(offer.title(), "What was seen there.", null, offer.source()),
        new PastIssues.Traits(
            List.of(), List.of(), Signals.NONE, 1, SourceKind.BLOG, offer.section(), "", hand));
  }

  private static Story story(Offer offer) {
    Candidate candidate =
        Newsroom.candidate(
            offer.id(),
            Newsroom.source(offer.source(), SourceKind.BLOG, offer.section(), 1),
            offer.title(),
            "What was seen there.");
    return new Story(offer.id(), candidate, List.of(candidate));
  }

  private static List<Ranker.Scored> ranked(List<Offer> section, Taste taste) {
    List<Story> stories = section.stream().map(SimulatedEditorsTest::story).toList();
    return new Ranker(AUDIENCE, Embeddings.NONE)
        .score(stories, taste).stream()
            .sorted(
                Comparator.comparingDouble((Ranker.Scored one) -> -one.score())
                    .thenComparing(one -> one.story().id()))
            .toList();
  }

  /** The share of what the editor would take that stands first, over twenty unseen weeks. */
  private static double recall(Random random, Taste taste, ToDoubleFunction<Offer> mind) {
    double found = 0;
    for (int week = 30; week < 50; week++) {
      for (List<Offer> section : bySection(week(random, week))) {
        Set<String> wanted = new HashSet<>();
        best(section, mind).forEach(offer -> wanted.add(offer.id()));
        found +=
            ranked(section, taste).stream()
                .limit(PICKS)
                .filter(one -> wanted.contains(one.story().id()))
                .count();
      }
    }
    return found / (20 * 2 * PICKS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_known_taste_is_learned_within_six_issues(long seed) {
    Random random = new Random(seed);
    ToDoubleFunction<Offer> mind =
        offer ->
            (offer.isAbout("kernels") ? 2 : 0)
                + (offer.isAbout("queues") ? 1 : 0)
                - (offer.isAbout("glaciers") ? 1 : 0);
    Taste taste = Taste.of(past(random, 6, mind), AUDIENCE, SLOTS);
    Taste none = Taste.of(PastIssues.NONE, AUDIENCE, SLOTS);
    assertThat(taste.record().isUsed()).isTrue();
    assertThat(recall(new Random(seed), taste, mind))
        .isGreaterThan(recall(new Random(seed), none, mind) + 0.3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void one_who_decides_at_random_changes_nothing(long seed) {
    Random random = new Random(seed);
    Random dice = new Random(seed + 100);
    PastIssues past = past(random, 8, memo(dice));
    Taste taste = Taste.of(past, AUDIENCE, SLOTS);
    assertThat(taste.record().isUsed()).as(taste.record().sentence()).isFalse();
    List<Offer> next = week(random, 9);
    assertThat(ids(ranked(next, taste)))
        .isEqualTo(ids(ranked(next, Taste.of(PastIssues.NONE, AUDIENCE, SLOTS))));
  }

  /** A throw of the dice for each, the same however often it is asked. */
  private static ToDoubleFunction<Offer> memo(Random dice) {
    Map<String, Double> thrown = new HashMap<>();
    return offer -> thrown.computeIfAbsent(offer.id(), id -> dice.nextDouble());
  }

  private static List<String> ids(List<Ranker.Scored> ranked) {
    return ranked.stream().map(one -> one.story().id()).toList();
  }
}
