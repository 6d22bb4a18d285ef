package dev.mldigest.cli;

/** What the commands return to the shell. */
final class ExitCode {
  static final int OK = 0;
  static final int BUG = 1;
  static final int USAGE = 2;
  static final int NOT_APPROVED = 3;
  static final int NOTHING_NEW = 4;
  static final int MADE_WITH_GAPS = 5;
  static final int GATE_FAILED = 6;
  static final int BUDGET_REACHED = 7;

  /** It may pass: nothing could be reached, another run is at work, the disk is full. */
  static final int UNREACHABLE = 75;

  private ExitCode() {}
}
