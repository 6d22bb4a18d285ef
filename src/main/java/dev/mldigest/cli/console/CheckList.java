package dev.mldigest.cli.console;

import java.io.PrintWriter;
import java.util.Locale;

/** A line for each thing that was checked, and whether all was well. */
public final class CheckList {
  private final PrintWriter out;
  private final String row;
  private boolean allWell = true;

  public CheckList(PrintWriter out) {
    this(out, 28);
  }

  /**
   * @param widest characters of the longest name of a thing that is checked, at least 1
   */
  public CheckList(PrintWriter out, int widest) {
    this.out = out;
    this.row = "%-4s %-" + widest + "s %s";
  }

  /** What was checked and its detail may hold the words of servers: one line, without controls. */
  public void say(boolean well, String what, String detail) {
    allWell &= well;
    out.println(String.format(Locale.ROOT, row, well ? "ok" : "FAIL", line(what), line(detail)));
  }

  private static String line(String words) {
    return Terminal.plain(words.replaceAll("[\\t\\n\\x0B\\f\\r]+", " "));
  }

  public int exitCode() {
    out.flush();
    return allWell ? ExitCode.OK : ExitCode.MADE_WITH_GAPS;
  }
}
