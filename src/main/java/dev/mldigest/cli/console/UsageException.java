package dev.mldigest.cli.console;

/** Wrong usage: printed as one sentence, exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence);
  }

  public UsageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
