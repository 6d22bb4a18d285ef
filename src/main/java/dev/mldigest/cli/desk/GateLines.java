package dev.mldigest.cli.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.pipeline.gate.Finding;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found in an issue, as it is printed: what must not leave first, many of a kind once. */
public final class GateLines {
  /** More of one kind that need not be mended say nothing new. */
  private static final int MOST_OF_A_KIND = 3;

  private GateLines() {}

  /** Prints them and gives the exit code: 6 where one must not leave. */
  public static int print(PrintWriter out, List<Finding> findings) {
    return print(out, findings, MOST_OF_A_KIND);
  }

  /** The same with every one of them. */
  static int printAll(PrintWriter out, List<Finding> findings) {
    return print(out, findings, Integer.MAX_VALUE);
  }

  private static int print(PrintWriter out, List<Finding> findings, int most) {
    Map<Finding.Kind, List<Finding>> advice =
        findings.stream()
            .filter(finding -> !finding.isMust())
            .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
    findings.stream().filter(Finding::isMust).forEach(finding -> line(out, finding));
    advice.forEach((kind, some) -> {
      some.stream().limit(most).forEach(finding -> line(out, finding));
      if (some.size() > most) {
        out.println(
            "should  %d more of the kind '%s': 'digest lint --all' prints them"
                .formatted(some.size() - most, kind.word()));
      }
    });
    out.flush();
    return code(findings);
  }

  public static int code(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::isMust) ? ExitCode.GATE_FAILED : ExitCode.OK;
  }

  private static void line(PrintWriter out, Finding finding) {
    out.println(
        Terminal.plain(
            "%-6s  %s%s"
                .formatted(
                    finding.isMust() ? "must" : "should",
                    finding.line() > 0 ? "line " + finding.line() + ": " : "",
                    finding.sentence())));
  }

  /** One object a line. */
  public static void json(PrintWriter out, List<Finding> findings) {
    findings.forEach(finding -> out.println(JsonLines.text(node(finding))));
    out.flush();
  }

  private static ObjectNode node(Finding finding) {
    return JsonLines.object()
        .put("kind", finding.kind().word().replace(' ', '-'))
        .put("severity", finding.isMust() ? "must" : "should")
        .put("item", finding.item())
        .put("line", finding.line())
        .put("sentence", finding.sentence())
        .put("words", finding.words());
  }
}
