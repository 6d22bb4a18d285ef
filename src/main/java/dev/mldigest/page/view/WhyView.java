package dev.mldigest.page.view;

import java.util.List;

/**
 * Why an item stands in the issue, or why it does not.
 *
 * @param reason the rule that decided, a sentence
 * @param parts that the score is the sum of
 * @param taste what the editor picked before that is like it; may be empty
 * @param near what was nearest to taking its place, or whose place it nearly took
 * @param picture score as a waterfall, as SVG of our own making; may be empty
 */
public record WhyView(
    String title,
    String reason,
    String score,
    List<Part> parts,
    List<String> taste,
    List<String> near,
    String picture) {
  public WhyView {
    parts = List.copyOf(parts);
    taste = List.copyOf(taste);
    near = List.copyOf(near);
  }

  public record Part(String name, double value) {
    public String words() {
      return "%+.2f".formatted(value);
    }
  }
}
