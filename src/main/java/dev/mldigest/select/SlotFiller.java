package dev.mldigest.select;

import dev.mldigest.domain.Settings;
import dev.mldigest.domain.SourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills the slots of an issue: first what each section must have, then the best of the rest, by
 * maximal marginal relevance (Carbonell and Goldstein 1998). Never more than a section, a
 * publisher, or the issue may hold; never two near-alike; never something unwanted to fill a slot.
 */
final class SlotFiller {
  /** Cosine above which two stories are too alike for one issue. */
  private static final double TOO_ALIKE = 0.6;

  /** Score lost for each unit of likeness to what is in the issue. */
  private static final double DIVERSITY = 2;

  /** The outcome: picks in the order they were made, and what could not be filled. */
  record Filled(List<Ranker.Scored> picks, List<String> shortfalls) {}

  private final Settings.Slots slots;
  private final List<Ranker.Scored> open;
  private final Set<Ranker.Scored> picked = new LinkedHashSet<>();
  private final Map<String, Integer> bySection = new HashMap<>();
  private final Map<String, Integer> byPublisher = new HashMap<>();
  private final Map<Ranker.Scored, Double> likeness = new HashMap<>();

  private SlotFiller(Settings.Slots slots, List<Ranker.Scored> stories) {
    this.slots = slots;
    this.open = new ArrayList<>(stories.stream().filter(story -> !story.unwanted()).toList());
  }

  /**
   * @param stories best first; ties are broken by this order
   */
  static Filled fill(Settings.Slots slots, List<Ranker.Scored> stories) {
    SlotFiller filler = new SlotFiller(slots, stories);
    for (Settings.SectionRule rule : slots.sections()) {
      filler.take(List.of(rule), Math.min(rule.atLeast(), rule.slots()));
    }
    filler.take(slots.sections(), slots.picks());
    return new Filled(List.copyOf(filler.picked), filler.shortfalls());
  }

  /** Picks from these sections until they hold so many, or nothing fits. */
  private void take(List<Settings.SectionRule> sections, int wanted) {
    while (held(sections) < wanted && picked.size() < slots.picks()) {
      Ranker.Scored best =
          open.stream()
              .filter(story -> fits(story, sections))
              .max(Comparator.comparingDouble(this::worth).thenComparing(reversedOrder()))
              .orElse(null);
      if (best == null) {
        return;
      }
      pick(best);
    }
  }

  private int held(List<Settings.SectionRule> sections) {
    return sections.stream().mapToInt(rule -> bySection.getOrDefault(rule.id(), 0)).sum();
  }

  private static Comparator<Ranker.Scored> reversedOrder() {
    return Comparator.comparing((Ranker.Scored story) -> story.story().id()).reversed();
  }

  private double worth(Ranker.Scored story) {
    return story.score() - DIVERSITY * likeness.getOrDefault(story, 0.0);
  }

  private boolean fits(Ranker.Scored story, List<Settings.SectionRule> sections) {
    String section = section(story);
    return sections.stream()
            .anyMatch(rule ->
                rule.id().equals(section) && bySection.getOrDefault(section, 0) < rule.slots())
        && (isArchive(story)
            || byPublisher.getOrDefault(publisher(story), 0) < slots.perPublisher())
        && likeness.getOrDefault(story, 0.0) < TOO_ALIKE;
  }

  /** arXiv publishes everybody: its papers count for the section, not for a publisher. */
  private static boolean isArchive(Ranker.Scored story) {
    return story.story().primary().source().kind() == SourceKind.ARXIV;
  }

  private void pick(Ranker.Scored story) {
    picked.add(story);
    open.remove(story);
    bySection.merge(section(story), 1, Integer::sum);
    byPublisher.merge(publisher(story), 1, Integer::sum);
    for (Ranker.Scored other : open) {
      likeness.merge(other, other.vector().dot(story.vector()), Math::max);
    }
  }

  static String section(Ranker.Scored story) {
    return story.story().primary().source().section();
  }

  private static String publisher(Ranker.Scored story) {
    return story.story().primary().source().id();
  }

  private List<String> shortfalls() {
    List<String> shortfalls = new ArrayList<>();
    for (Settings.SectionRule rule : slots.sections()) {
      int held = bySection.getOrDefault(rule.id(), 0);
      if (held < rule.atLeast()) {
        shortfalls.add(
            "Section '"
                + rule.title()
                + "' has "
                + held
                + " of at least "
                + rule.atLeast()
                + ": the week offered nothing more that fits its slots.");
      }
    }
    return shortfalls;
  }
}
