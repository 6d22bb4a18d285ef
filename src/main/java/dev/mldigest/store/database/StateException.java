package dev.mldigest.store.database;

/** The state cannot be used; the message is one sentence for a person. Nothing was overwritten. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  StateException(String sentence, boolean mayPass, Throwable cause) {
    super(sentence, cause);
    this.mayPass = mayPass;
  }

  /**
   * True where the state itself is sound and the same command may succeed later: with room on the
   * disk, with the permission that was missing, when another program is done.
   */
  public boolean mayPass() {
    return mayPass;
  }
}
