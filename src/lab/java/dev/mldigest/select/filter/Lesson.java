package dev.mldigest.select.filter;

import dev.mldigest.domain.settings.Filter;
import dev.mldigest.select.LabelledSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One title, with its lead where the set has one, and what it is.
 *
 * @param set where it is from
 * @param part of the set that is held out as a whole: a publisher, a site, a fold
 * @param label {@code keep}, a filter's word, or {@value #SEARCH}
 * @param times how often it counts: small sets near the task count more often than large ones
 */
public record Lesson(
    String set,
    String part,
    String title,
    String lead,
    String label,
    int times,
    Map<String, Double> features) {
  /** A page written to be found by a search: advertising, and a title that sells a click. */
  static final String SEARCH = "search";

  static Lesson of(String set, String part, String title, String lead, String label, int times) {
    return new Lesson(
        set, part, title, lead, label, times, FilterFeatures.of(title, lead).values());
  }

  Lesson times(int often) {
    return new Lesson(set, part, title, lead, label, often, features);
  }

  public boolean isKept() {
    return label.equals(LabelledSet.KEEP);
  }

  /** Whether it is what the filter cuts, or null where that is not known. */
  @Nullable Boolean is(Filter filter) {
    if (!label.equals(SEARCH)) {
      return label.equals(filter.word());
    }
    return (filter == Filter.SPONSORED || filter == Filter.CLICK_BAIT) ? Boolean.TRUE : null;
  }
}
