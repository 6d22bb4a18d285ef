package dev.mldigest.select.slot;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.rank.Ranker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills the slots of an issue from the best stories of each section ({@link SlotProblem}); never
 * with something unwanted, nor, where enough speaks to the audience, with what nothing speaks for.
 * Says of every story that was left out which rule decided.
 */
public final class SlotFiller {
  /** Stories of a section that are tried, beside three for each of its slots. */
  private static final int SPARE = 4;

  /** Stories of a publisher that are tried, beside as many as it may have. */
  private static final int SPARE_OF_PUBLISHER = 2;

  /** Bounds the work of the search; an issue has a tenth as many slots. */
  private static final int MOST_TRIED = 100;

  private final Slots slots;
  private final Set<String> archived;
  private final List<Ranker.Scored> wanted;
  private final Importance importance;
  private final Map<String, Integer> bySection = new HashMap<>();
  private final Map<String, Integer> byPublisher = new HashMap<>();
  private final Set<String> spilled = new HashSet<>();
  private List<Ranker.Scored> picks = List.of();

  private SlotFiller(Slots slots, List<Ranker.Scored> stories, Set<String> archived) {
    this.slots = slots;
    this.archived = archived;
    this.wanted = wanted(stories);
    this.importance = Importance.of(stories);
  }

  /** A short section is better than a padded one, and any issue better than none. */
  private List<Ranker.Scored> wanted(List<Ranker.Scored> stories) {
    List<Ranker.Scored> welcome = stories.stream().filter(story -> !story.unwanted()).toList();
    List<Ranker.Scored> favoured = welcome.stream().filter(Ranker.Scored::isFavoured).toList();
    return favoured.size() >= slots.picks() ? favoured : welcome;
  }

  /**
   * @param stories best first; ties are broken by this order
   * @param archived ids of those that come from the archive
   */
  public static SlotFiller fill(Slots slots, List<Ranker.Scored> stories, Set<String> archived) {
    SlotFiller filler = new SlotFiller(slots, stories, archived);
    filler.solve();
    return filler;
  }

  /** Ids of the stories that stand in a slot which another section could not fill. */
  public Set<String> spilled() {
    return Set.copyOf(spilled);
  }

  /** What fills the slots, best first. */
  public List<Ranker.Scored> picks() {
    return picks;
  }

  private void solve() {
    List<Ranker.Scored> tried = tried();
    SlotSearch.Found found = SlotSearch.solve(problem(tried));
    List<Ranker.Scored> chosen = new ArrayList<>();
    found.chosen().stream().map(tried::get).forEach(pick -> take(pick, chosen));
    if (slots.spill()) {
      spill(chosen);
    }
    picks = wanted.stream().filter(new HashSet<>(chosen)::contains).toList();
  }

  private void take(Ranker.Scored pick, List<Ranker.Scored> chosen) {
    chosen.add(pick);
    bySection.merge(section(pick), 1, Integer::sum);
    byPublisher.merge(publisher(pick), 1, Integer::sum);
  }

  /**
   * The slots that no section could fill, each to what adds most, whatever its section: to what
   * stands highest within its own.
   */
  private void spill(List<Ranker.Scored> chosen) {
    int offered = slots.sections().stream().mapToInt(SectionRule::slots).sum();
    int places = Math.min(slots.picks(), offered);
    while (chosen.size() < places) {
      Optional<Ranker.Scored> next =
          wanted.stream()
              .filter(story -> !chosen.contains(story) && isFree(story, chosen))
              .max(
                  Comparator.comparingDouble(story ->
                      importance.above(story) - SlotProblem.DIVERSITY * likeness(story, chosen)));
      if (next.isEmpty()) {
        return;
      }
      take(next.get(), chosen);
      spilled.add(next.get().story().id());
    }
  }

  private boolean isFree(Ranker.Scored story, List<Ranker.Scored> chosen) {
    long old = chosen.stream().filter(this::isArchived).count();
    return rule(story) != null
        && (isUncapped(story)
            || byPublisher.getOrDefault(publisher(story), 0) < slots.perPublisher())
        && (!isArchived(story) || old < slots.evergreen().most())
        && likeness(story, chosen) < SlotProblem.TOO_ALIKE;
  }

  private static double likeness(Ranker.Scored story, List<Ranker.Scored> chosen) {
    return chosen.stream().mapToDouble(pick -> pick.vector().dot(story.vector())).max().orElse(0);
  }

  /**
   * The best of each section, in the order of all, not too many of one publisher, and everything
   * that would be picked greedily from all of them.
   */
  private List<Ranker.Scored> tried() {
    Map<String, Integer> rules = new HashMap<>();
    slots.sections().forEach(rule -> rules.put(rule.id(), 3 * rule.slots() + SPARE));
    Map<String, Integer> counts = new HashMap<>();
    Set<Ranker.Scored> tried = new LinkedHashSet<>();
    for (Ranker.Scored story : wanted) {
      String publisher = "publisher " + publisher(story);
      String section = "section " + section(story);
      boolean ofPublisher =
          isUncapped(story)
              || counts.getOrDefault(publisher, 0) < slots.perPublisher() + SPARE_OF_PUBLISHER;
      if (ofPublisher
          && tried.size() < MOST_TRIED
          && counts.getOrDefault(section, 0) < rules.getOrDefault(section(story), 0)) {
        counts.merge(publisher, 1, Integer::sum);
        counts.merge(section, 1, Integer::sum);
        tried.add(story);
      }
    }
    tried.addAll(greedily());
    return wanted.stream().filter(tried::contains).toList();
  }

  /** What would be picked from all of them, one after the other. */
  private List<Ranker.Scored> greedily() {
    SlotProblem all = problem(wanted, (a, b) -> wanted.get(a).vector().dot(wanted.get(b).vector()));
    return SlotSearch.greedy(all).stream().map(wanted::get).toList();
  }

  private SlotProblem problem(List<Ranker.Scored> stories) {
    double[][] likeness = new double[stories.size()][stories.size()];
    for (int a = 0; a < likeness.length; a++) {
      for (int b = 0; b < a; b++) {
        likeness[a][b] = stories.get(a).vector().dot(stories.get(b).vector());
        likeness[b][a] = likeness[a][b];
      }
    }
    return problem(stories, (a, b) -> likeness[a][b]);
  }

  private SlotProblem problem(List<Ranker.Scored> stories, SlotProblem.Likeness likeness) {
    List<String> sections = slots.sections().stream().map(SectionRule::id).toList();
    Map<String, Integer> publishers = new HashMap<>();
    List<SlotProblem.Item> items = new ArrayList<>();
    for (Ranker.Scored story : stories) {
      int publisher =
          isUncapped(story)
              ? SlotProblem.UNCAPPED
              : publishers.computeIfAbsent(publisher(story), p -> publishers.size());
      items.add(
          new SlotProblem.Item(
              story.score(), sections.indexOf(section(story)), publisher, isArchived(story)));
    }
    List<SlotProblem.Section> caps =
        slots.sections().stream()
            .map(rule -> new SlotProblem.Section(rule.slots(), rule.atLeast()))
            .toList();
    return new SlotProblem(
        items, caps, slots.picks(), slots.perPublisher(), slots.evergreen().most(), likeness);
  }

  private boolean isArchived(Ranker.Scored story) {
    return archived.contains(story.story().id());
  }

  /** arXiv publishes everybody: its papers count for the section, not for a publisher. */
  static boolean isUncapped(Ranker.Scored story) {
    return story.story().primary().source().kind() == SourceKind.ARXIV;
  }

  public static String section(Ranker.Scored story) {
    return story.story().primary().source().section();
  }

  static String publisher(Ranker.Scored story) {
    return story.story().primary().source().id();
  }

  /** What kept a story out that was not picked: completes "a runner-up: …". */
  public String obstacle(Ranker.Scored story) {
    SectionRule rule = rule(story);
    if (rule == null) {
      return "the issue has no section for it";
    }
    if (!wanted.contains(story)) {
      return "nothing in it speaks to the audience";
    }
    Ranker.Scored likest = likestPick(story);
    if (likest != null && likest.vector().dot(story.vector()) >= SlotProblem.TOO_ALIKE) {
      return "too much like the pick '" + likest.story().primary().title() + "'";
    }
    if (!isUncapped(story)
        && byPublisher.getOrDefault(publisher(story), 0) >= slots.perPublisher()) {
      return story.story().primary().source().title() + " has its share of the issue already";
    }
    if (bySection.getOrDefault(rule.id(), 0) >= rule.slots()) {
      return "the section '" + rule.title() + "' is full";
    }
    return picks.size() >= slots.picks()
        ? "the issue is full"
        : "the issue is better without it than without what it would replace";
  }

  private @Nullable SectionRule rule(Ranker.Scored story) {
    return slots.sections().stream()
        .filter(rule -> rule.id().equals(section(story)))
        .findFirst()
        .orElse(null);
  }

  private Ranker.@Nullable Scored likestPick(Ranker.Scored story) {
    return picks.stream()
        .max(Comparator.comparingDouble(pick -> pick.vector().dot(story.vector())))
        .orElse(null);
  }
}
