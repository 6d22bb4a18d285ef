package dev.mldigest.model.fault;

import dev.mldigest.io.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The list of faults by what error answers say, in its order. */
final class FaultRules {
  private static final List<Rule> RULES = read(Resource.text("/model/faults.txt"));

  private FaultRules() {}

  private enum Where {
    CODE,
    SAYS
  }

  /**
   * @param statuses from and to; empty for all
   */
  private record Rule(Fault fault, List<int[]> statuses, Where where, Pattern pattern) {
    boolean fits(int status, ErrorBody body) {
      boolean here =
          statuses.isEmpty()
              || statuses.stream().anyMatch(span -> span[0] <= status && status <= span[1]);
      return here
          && switch (where) {
            case CODE -> body.codes().stream().anyMatch(code -> pattern.matcher(code).matches());
            case SAYS -> pattern.matcher(body.text()).find();
          };
    }
  }

  /** The first rule that fits decides. */
  static Optional<Fault> fault(int status, ErrorBody body) {
    return RULES.stream().filter(rule -> rule.fits(status, body)).map(Rule::fault).findFirst();
  }

  private static List<Rule> read(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> rule(line.split("\\s+", 4)))
        .toList();
  }

  private static Rule rule(String[] columns) {
    return new Rule(
        Fault.valueOf(columns[0].replace('-', '_').toUpperCase(Locale.ROOT)),
        columns[1].equals("*")
            ? List.of()
            : Stream.of(columns[1].split(",")).map(FaultRules::span).toList(),
        Where.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        Pattern.compile(columns[3], Pattern.DOTALL));
  }

  private static int[] span(String text) {
    String[] ends = text.split("-");
    return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
  }
}
