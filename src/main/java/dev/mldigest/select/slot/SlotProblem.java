package dev.mldigest.select.slot;

import java.util.List;

/**
 * The slots of an issue as a constraint problem. Hard: the slots of the issue and of each section,
 * the cap of each publisher, the cap on what comes from the archive, no two near-alike. Then as
 * many of the sections' promised items as can be kept; then the highest value: the scores of what
 * is picked, less what each pick repeats of the likest pick ranked above it (maximal marginal
 * relevance, Carbonell and Goldstein 1998, as the value of a set).
 *
 * <p>A publisher belongs to one section, so that all caps but the archive's lie within one another.
 *
 * @param items best first; ties are broken by this order
 * @param sections the caps of the sections that items name by place
 * @param picks most items in all
 * @param perPublisher most items of one publisher
 * @param fromArchive most items of the archive
 * @param likeness of any two items, 0 to 1
 */
record SlotProblem(
    List<Item> items,
    List<Section> sections,
    int picks,
    int perPublisher,
    int fromArchive,
    Likeness likeness) {
  /** Cosine above which two stories are too alike for one issue. */
  static final double TOO_ALIKE = 0.6;

  /** Score lost for each unit of likeness to what is in the issue. */
  static final double DIVERSITY = 2;

  /** Stands for a publisher without a cap. */
  static final int UNCAPPED = -1;

  /** How much two items, given by their places, have in common. */
  interface Likeness {
    double of(int one, int other);
  }

  /**
   * @param section its place, or -1 where the issue has none for it
   * @param publisher a number from 0 on, or {@link #UNCAPPED}
   */
  record Item(double score, int section, int publisher, boolean archived) {}

  /** The most items a section may hold, and how many it was promised. */
  record Section(int slots, int atLeast) {}

  /** How good a choice is: promises kept first, then value. */
  record Worth(int kept, double value) implements Comparable<Worth> {
    /** What rounding may differ by. */
    private static final double SAME = 1e-9;

    @Override
    public int compareTo(Worth other) {
      if (kept != other.kept) {
        return Integer.compare(kept, other.kept);
      }
      return Math.abs(value - other.value) < SAME ? 0 : Double.compare(value, other.value);
    }
  }

  SlotProblem {
    items = List.copyOf(items);
    sections = List.copyOf(sections);
  }

  /**
   * What an item adds for itself: above that of an empty slot, which is worth less than the least
   * of the items at its most repetitive. So a slot stays empty only where nothing fits.
   */
  double gain(int item) {
    double least = items.isEmpty() ? 0 : items.getLast().score();
    return items.get(item).score() - least + DIVERSITY;
  }

  /**
   * @param chosen places of items in ascending order
   */
  Worth worth(List<Integer> chosen) {
    int[] bySection = new int[sections.size()];
    double value = 0;
    for (int i = 0; i < chosen.size(); i++) {
      double repeated = 0;
      for (int j = 0; j < i; j++) {
        repeated = Math.max(repeated, likeness.of(chosen.get(i), chosen.get(j)));
      }
      value += gain(chosen.get(i)) - DIVERSITY * repeated;
      bySection[items.get(chosen.get(i)).section()]++;
    }
    int kept = 0;
    for (int section = 0; section < bySection.length; section++) {
      kept += Math.min(bySection[section], sections.get(section).atLeast());
    }
    return new Worth(kept, value);
  }
}
