package dev.mldigest.pipeline.card;

import java.util.List;

/** What the reports of one story say otherwise. */
final class Disagreements {
  private Disagreements() {}

  static List<String> between(String source, String text, List<Reports.Report> others) {
    return List.of();
  }
}
