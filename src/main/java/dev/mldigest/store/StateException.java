package dev.mldigest.store;

/** The state cannot be used; the message is one sentence for a person. Nothing was overwritten. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StateException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
