package dev.mldigest.cli.console;

/** What the commands return to the shell. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int BUG = 1;
  public static final int USAGE = 2;
  public static final int NOT_APPROVED = 3;
  public static final int NOTHING_NEW = 4;
  public static final int MADE_WITH_GAPS = 5;
  public static final int GATE_FAILED = 6;
  public static final int BUDGET_REACHED = 7;

  /** It may pass: nothing could be reached, another run is at work, the disk is full. */
  public static final int UNREACHABLE = 75;

  private ExitCode() {}
}
