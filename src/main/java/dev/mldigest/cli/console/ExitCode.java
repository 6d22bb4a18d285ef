package dev.mldigest.cli.console;

/** What the commands return to the shell. */
public final class ExitCode {
  /** It was done. */
  public static final int OK = 0;

  /** A mistake of this program; what came before says where. */
  public static final int BUG = 1;

  /** The command line, the configuration or a file is wrong: a person must act. */
  public static final int USAGE = 2;

  /** There is nothing that may be published yet. */
  public static final int NOT_APPROVED = 3;

  /** Nothing new was published, so no issue was made. */
  public static final int NOTHING_NEW = 4;

  /** Made, but much of what it rests on could not be read. */
  public static final int MADE_WITH_GAPS = 5;

  /** Text that must not be published was kept out. */
  public static final int GATE_FAILED = 6;

  /** Made, but the model was asked no further. */
  public static final int BUDGET_REACHED = 7;

  /** Made, but without a word of the model that is configured: nothing of it could be used. */
  public static final int WITHOUT_MODEL = 8;

  /** It may pass: nothing could be reached, another run is at work, the disk is full. */
  public static final int UNREACHABLE = 75;

  private ExitCode() {}
}
