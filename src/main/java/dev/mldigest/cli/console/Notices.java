package dev.mldigest.cli.console;

import java.io.PrintWriter;
import java.util.List;

/** What a command says beside its result, and why it did not do what it was asked. */
public final class Notices {
  private Notices() {}

  /** One line each. */
  public static void print(PrintWriter err, List<String> notices) {
    notices.forEach(notice -> err.println("Note: " + Terminal.plain(notice)));
  }

  /**
   * Says why an issue was not let through, and gives the exit code for it.
   *
   * @param what was not done, for example {@code not published}
   */
  public static int refused(PrintWriter err, String what, List<String> why) {
    err.println("digest: " + what + ":");
    why.forEach(sentence -> err.println("  " + Terminal.plain(sentence)));
    return ExitCode.GATE_FAILED;
  }
}
