package dev.mldigest.model.wire;

import java.util.Optional;

/** What services differ in, in words for a person. */
public enum Trait {
  /** The name of the parameter that limits the output; "none": it takes no limit. */
  LIMIT("output limit"),
  /** A word of {@link Format}. */
  FORMAT("answer format"),
  /** Parameters and keywords of schemas that it refuses, with commas between. */
  WITHOUT("asked without"),
  /** Tokens that the model may think before it answers. */
  THINKING("tokens for thinking"),
  /** Tokens beside those of the answer, after one was cut off: in this run. */
  ROOM("room"),
  /** The most tokens it takes as a limit. */
  MOST("most output tokens"),
  /**
   * Tasks, with commas between, whose schema it takes and does not hold the model to; {@code
   * Profile.ALL} for all.
   */
  SCHEMA("schema in the prompt of"),
  /** What goes after the base address, or "-" and what goes from its end. */
  ADDRESS("address"),
  /** "user": it knows no system message. */
  INSTRUCTIONS("instructions in"),
  /** "always": it answers in streams only. */
  STREAM("stream");

  private final String word;

  Trait(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<Trait> of(String word) {
    for (Trait trait : values()) {
      if (trait.word.equals(word)) {
        return Optional.of(trait);
      }
    }
    return Optional.empty();
  }
}
