package dev.mldigest.model;

import java.util.Locale;

/**
 * Notices that a server read less than it was given: local servers leave out the middle or the
 * beginning of what does not fit into their context, and say nothing.
 */
final class CutPrompt {
  /**
   * Of our own count, which is at most a fifth above that of usual vocabularies ({@link
   * Estimate#CHARS_PER_TOKEN}); what a server caches and leaves out of its count is less than half.
   */
  private static final double LEAST = 0.5;

  private CutPrompt() {}

  /** One sentence, or empty where nothing was noticed. */
  static String remark(Attempt attempt, Estimate estimate) {
    long told = attempt.usage().inputTokens();
    boolean counted = !attempt.estimated() && told > 0;
    if (!counted || attempt.isFault() || told >= LEAST * estimate.input()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "The server counted %,d tokens of a question that has about %,d: it seems to have cut it to"
            + " its context, so give it a longer one (Ollama: num_ctx or OLLAMA_CONTEXT_LENGTH;"
            + " llama.cpp: -c; LM Studio: context length).",
        told,
        estimate.input());
  }
}
