package dev.mldigest.select.rank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned of an issue's pieces, each beside the others of its section: slots are filled
 * section by section, so that a whole section stands neither above nor below another.
 *
 * @param values the learner's scores less the mean of their section
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sections(double[] values, Spread spread) {
  static Sections of(List<LearnedRanker.Scored> scored) {
    Map<String, double[]> sums = new HashMap<>();
    for (LearnedRanker.Scored item : scored) {
      double[] sum = sums.computeIfAbsent(section(item), name -> new double[2]);
      sum[0] += item.score();
      sum[1]++;
    }
    double[] values = new double[scored.size()];
    for (int i = 0; i < values.length; i++) {
      double[] sum = sums.getOrDefault(section(scored.get(i)), new double[] {0, 1});
      values[i] = scored.get(i).score() - sum[0] / sum[1];
    }
    return new Sections(values, Spread.of(values));
  }

  private static String section(LearnedRanker.Scored item) {
    return item.contender().among().section();
  }

  double[] standardised() {
    return spread.standardised(values);
  }
}
