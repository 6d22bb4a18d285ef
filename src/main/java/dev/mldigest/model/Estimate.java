package dev.mldigest.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.mldigest.model.pace.Pace;
import java.util.List;

/**
 * The tokens a call might take.
 *
 * @param input counted from the characters
 * @param output the most that is allowed
 */
record Estimate(long input, long output) {
  /** English prose in the usual vocabularies has a little more (o200k: 4.4 to 4.9). */
  static final int CHARS_PER_TOKEN = 4;

  static Estimate of(List<ChatMessage> messages, int maxOutput) {
    long input = messages.stream().mapToLong(message -> tokens(Messages.text(message))).sum();
    return new Estimate(input, maxOutput);
  }

  /** What is not ASCII is counted a token each: no vocabulary takes many more for a character. */
  private static long tokens(String text) {
    long ascii = text.chars().filter(c -> c < 128).count();
    return ascii / CHARS_PER_TOKEN + (text.length() - ascii);
  }

  /** As the pace counts them. */
  Pace.Tokens tokens() {
    return new Pace.Tokens(input, output);
  }

  long total() {
    return input + output;
  }
}
