package dev.mldigest.select.slot;

import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.rank.Ranker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runners-up of every section, as many as go with its slots, so that a source that publishes a
 * thousand pieces a week does not fill the list alone. A share that a section cannot fill goes to
 * the others.
 */
public final class RunnersUp {
  /** On the bench a source may have twice what it may have in an issue: the editor swaps. */
  private static final int ON_THE_BENCH = 2;

  /** Beside the issue a section may have half again its share, so that papers do not fill it. */
  private static final double MOST_OF_SHARE = 1.5;

  private final Slots slots;
  private final Map<String, Integer> bySection = new HashMap<>();
  private final Map<String, Integer> byPublisher = new HashMap<>();

  private RunnersUp(Slots slots) {
    this.slots = slots;
  }

  /**
   * What the editor may swap in, best first.
   *
   * @param rest what was not picked, best first
   */
  public static List<Ranker.Scored> bench(Slots slots, List<Ranker.Scored> rest) {
    List<Ranker.Scored> welcome = rest.stream().filter(story -> !story.unwanted()).toList();
    Set<Ranker.Scored> chosen =
        new HashSet<>(
            new RunnersUp(slots)
                .shared(
                    welcome,
                    slots.bench(),
                    ON_THE_BENCH * slots.perPublisher(),
                    Double.POSITIVE_INFINITY));
    // What a cap left free: a bench that is too short helps nobody.
    welcome.stream().filter(story -> chosen.size() < slots.bench()).forEach(chosen::add);
    return welcome.stream().filter(chosen::contains).toList();
  }

  /**
   * What readers are shown beside the issue, in reading order, best first in each section: only
   * what may be ({@link Ranker.Scored#shown}), and of no section more than half again its share. A
   * short list is better than a padded one; where not half of it would be filled so, the rest of
   * the bench fills it. Nothing nearly repeats a pick, or another of the list.
   *
   * @param bench best first
   */
  public static List<Ranker.Scored> alsoSeen(
      Slots slots, List<Ranker.Scored> picks, List<Ranker.Scored> bench) {
    List<String> sections = slots.sections().stream().map(SectionRule::id).toList();
    List<Ranker.Scored> fresh = fresh(picks, bench);
    List<Ranker.Scored> worthy = fresh.stream().filter(Ranker.Scored::shown).toList();
    List<Ranker.Scored> seen = new RunnersUp(slots).seen(worthy);
    if (2 * seen.size() < slots.alsoSeen()) {
      seen = new RunnersUp(slots).seen(fresh);
    }
    seen.sort(
        Comparator.<Ranker.Scored>comparingInt(s -> sections.indexOf(SlotFiller.section(s)))
            .thenComparingInt(bench::indexOf));
    return seen;
  }

  private static List<Ranker.Scored> fresh(List<Ranker.Scored> picks, List<Ranker.Scored> bench) {
    List<Ranker.Scored> told = new ArrayList<>(picks);
    for (Ranker.Scored story : bench) {
      if (told.stream()
          .noneMatch(one -> one.vector().dot(story.vector()) >= SlotProblem.TOO_ALIKE)) {
        told.add(story);
      }
    }
    return told.subList(picks.size(), told.size());
  }

  private List<Ranker.Scored> seen(List<Ranker.Scored> bestFirst) {
    return shared(bestFirst, slots.alsoSeen(), slots.perPublisher(), MOST_OF_SHARE);
  }

  /**
   * One after the other, each for the section that has least for its slots: the method of highest
   * averages (d'Hondt), by which seats are shared.
   *
   * @param ofShare how much of its share a section may take where others leave theirs
   */
  private List<Ranker.Scored> shared(
      List<Ranker.Scored> bestFirst, int most, int ofOnePublisher, double ofShare) {
    List<Ranker.Scored> shared = new ArrayList<>();
    Map<String, List<Ranker.Scored>> waiting = new HashMap<>();
    for (Ranker.Scored story : bestFirst) {
      waiting.computeIfAbsent(SlotFiller.section(story), s -> new ArrayList<>()).add(story);
    }
    while (shared.size() < most) {
      Optional<Ranker.Scored> next =
          slots.sections().stream()
              .filter(rule -> bySection.getOrDefault(rule.id(), 0) < ofShare * share(rule, most))
              .sorted(Comparator.comparingDouble(rule -> -due(rule)))
              .flatMap(rule ->
                  waiting.getOrDefault(rule.id(), List.of()).stream()
                      .filter(story -> fits(story, ofOnePublisher))
                      .limit(1))
              .findFirst();
      if (next.isEmpty()) {
        return shared;
      }
      Ranker.Scored story = next.get();
      waiting.getOrDefault(SlotFiller.section(story), List.of()).remove(story);
      bySection.merge(SlotFiller.section(story), 1, Integer::sum);
      byPublisher.merge(SlotFiller.publisher(story), 1, Integer::sum);
      shared.add(story);
    }
    return shared;
  }

  private double share(SectionRule rule, int most) {
    int all = slots.sections().stream().mapToInt(SectionRule::slots).sum();
    return (double) most * rule.slots() / all;
  }

  private double due(SectionRule rule) {
    return rule.slots() / (1.0 + bySection.getOrDefault(rule.id(), 0));
  }

  private boolean fits(Ranker.Scored story, int ofOnePublisher) {
    return SlotFiller.isUncapped(story)
        || byPublisher.getOrDefault(SlotFiller.publisher(story), 0) < ofOnePublisher;
  }
}
