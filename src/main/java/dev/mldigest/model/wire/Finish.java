package dev.mldigest.model.wire;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a model stopped writing, whatever its service calls it. */
public enum Finish {
  /** At its own end, or nobody says why: whether the answer is whole shows in the answer. */
  STOP("stop"),
  LENGTH("length"),
  FILTER("content_filter");

  /** OpenAI, Anthropic, Gemini, Cohere, Mistral, Hugging Face. */
  private static final Set<String> CUT =
      Set.of(
          "length",
          "max_tokens",
          "max_output_tokens",
          "max_completion_tokens",
          "max_length",
          "model_length",
          "token_limit",
          "incomplete");

  /** OpenAI and Azure, Gemini, Zhipu, Cohere, Anthropic. */
  private static final Set<String> FILTERED =
      Set.of(
          "content_filter",
          "content_filtered",
          "safety",
          "sensitive",
          "recitation",
          "blocklist",
          "prohibited_content",
          "spii",
          "error_toxic",
          "refusal");

  private final String word;

  Finish(String word) {
    this.word = word;
  }

  /** In OpenAI's word. */
  String word() {
    return word;
  }

  static Finish of(@Nullable String told) {
    String reason =
        told == null ? "" : told.toLowerCase(Locale.ROOT).replaceFirst("^finish_?reason_", "");
    if (CUT.contains(reason)) {
      return LENGTH;
    }
    return FILTERED.contains(reason) ? FILTER : STOP;
  }
}
