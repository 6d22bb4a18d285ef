package dev.mldigest.page.view;

import java.util.List;
import java.util.Set;

/**
 * What stands between the issue and its readers.
 *
 * @param offers house rules that the editor's cuts speak for, with the command that sets each
 */
public record LintView(List<Finding> findings, List<Offer> offers) {
  private static final Set<String> FAULTS = Set.of("fault", "no item");

  public LintView {
    findings = List.copyOf(findings);
    offers = List.copyOf(offers);
  }

  public long musts() {
    return findings.stream().filter(Finding::must).count();
  }

  /** Those that no reason lets pass: no form can be made, or it would be one of no item. */
  public long faults() {
    return findings.stream().filter(finding -> FAULTS.contains(finding.kind())).count();
  }

  /**
   * @param word that is cut again and again
   */
  public record Offer(String word, String sentence) {}

  /**
   * @param kind in a word or two
   * @param must true if nothing is published before it is mended, or passed with a reason
   * @param item its id, or empty
   * @param line of digest.md, or 0
   */
  public record Finding(String kind, boolean must, String item, int line, String sentence) {}
}
