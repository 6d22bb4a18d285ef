package dev.mldigest.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** B-cubed F1 of a grouping against the true one (Bagga and Baldwin 1998). */
public final class BCubed {
  private BCubed() {}

  /**
   * @param gold the true group of each thing
   * @param run the group it was put into, in the same order
   */
  public static double f1(List<String> gold, List<String> run) {
    Map<String, Integer> goldSize = new HashMap<>();
    Map<String, Integer> runSize = new HashMap<>();
    Map<List<String>, Integer> both = new HashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      goldSize.merge(gold.get(i), 1, Integer::sum);
      runSize.merge(run.get(i), 1, Integer::sum);
      both.merge(List.of(gold.get(i), run.get(i)), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<List<String>, Integer> pair : both.entrySet()) {
      double n = pair.getValue();
      precision += n * n / runSize.getOrDefault(pair.getKey().get(1), 1);
      recall += n * n / goldSize.getOrDefault(pair.getKey().get(0), 1);
    }
    return 2 * precision * recall / (precision + recall) / gold.size();
  }
}
