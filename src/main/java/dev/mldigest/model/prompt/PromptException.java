package dev.mldigest.model.prompt;

/** A prompt file that cannot be used: one sentence that names the file and what to do. */
public final class PromptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PromptException(String sentence) {
    super(sentence);
  }

  PromptException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
