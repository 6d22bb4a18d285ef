package dev.mldigest.cli.console;

import dev.mldigest.pipeline.harvest.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * One line on standard error that is written over, on a terminal only; a pipe or a log sees nothing
 * of it.
 */
public final class TerminalProgress implements Progress {
  private final PrintWriter err;

  private TerminalProgress(PrintWriter err) {
    this.err = err;
  }

  @SuppressWarnings("SystemConsoleNull")
  public // JDK 25 gives null again where there is no terminal.
  static Progress to(PrintWriter err) {
    var console = System.console();
    return console != null && console.isTerminal() ? new TerminalProgress(err) : SILENT;
  }

  @Override
  public synchronized void at(String stage, int done, int total) {
    err.print(String.format(Locale.ROOT, "\r%s %d/%d \u001b[K", stage, done, total));
    if (done >= total) {
      err.print("\r\u001b[K");
    }
    err.flush();
  }
}
