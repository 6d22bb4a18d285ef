package dev.mldigest.select.filter;

import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a post reads like what the filters cut, where none of them was sure: of two that stay,
 * the one that might be advertising is worth less. By what others wrote ({@link FilterModel#WIDE}),
 * from title and lead. Cuts nothing, and of what is plainly in another language than English it
 * knows nothing.
 */
public final class Doubts {
  /** Nobody is asked. */
  public static final Doubts NONE = new Doubts(Set.of(), new FilterModel(Map.of()));

  /** Characters of a text that stand for its lead: as many as were learned from. */
  private static final int LEAD = 300;

  /** No filter is surer here: what a phrase or an editor's switch let pass counts no more. */
  private static final double MOST = 0.95;

  private static final Language ENGLISH = new Language("en");

  private final List<Filter> asked;
  private final FilterModel wide;

  public Doubts(Settings.Audience audience) {
    this(audience.unfiltered(), FilterModel.load(FilterModel.WIDE));
  }

  /**
   * @param off filters that are not asked
   */
  Doubts(Set<Filter> off, FilterModel wide) {
    this.asked = wide.filters().stream().filter(filter -> !off.contains(filter)).toList();
    this.wide = wide;
  }

  /**
   * What is held against a post.
   *
   * @param nats 0 where no filter doubts; more, the less likely it is none of what they cut
   * @param likest the filter that doubts most, in words
   */
  public record Doubt(double nats, String likest) {
    /** None. */
    public static final Doubt NONE = new Doubt(0, "");
  }

  /** True of a source whose posts are not judged by their words, as the editor trusts it. */
  public static boolean isTrusted(double weight) {
    return weight >= Filters.TRUSTED;
  }

  /** What is held against a post of this title and text. */
  public Doubt of(String title, String text) {
    String lead = text.substring(0, Math.min(text.length(), LEAD));
    if (asked.isEmpty() || !ENGLISH.isEnglish(title + "\n" + lead)) {
      return Doubt.NONE;
    }
    FilterFeatures.Features read = FilterFeatures.of(title, lead);
    double nats =
        asked.stream()
            .mapToDouble(filter -> -Math.log(1 - Math.min(MOST, wide.probability(filter, read))))
            .sum();
    return asked.stream()
        .max(Comparator.comparingDouble(filter -> wide.probability(filter, read)))
        .map(likest -> new Doubt(nats, likest.title()))
        .orElse(Doubt.NONE);
  }
}
