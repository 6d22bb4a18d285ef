package dev.mldigest.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A line for each thing that was checked, and whether all was well. */
final class CheckList {
  private final PrintWriter out;
  private boolean allWell = true;

  CheckList(PrintWriter out) {
    this.out = out;
  }

  void say(boolean well, String what, String detail) {
    allWell &= well;
    out.println(String.format(Locale.ROOT, "%-4s %-28s %s", well ? "ok" : "FAIL", what, detail));
  }

  int exitCode() {
    out.flush();
    return allWell ? ExitCode.OK : ExitCode.MADE_WITH_GAPS;
  }
}
