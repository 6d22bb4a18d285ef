package dev.mldigest.model.wire;

import dev.mldigest.domain.settings.LanguageModel;

/** How many tokens a model may write: those of its answer, and those that it thinks before. */
public final class Room {
  /**
   * What reasoning models think about a question of this size: in reports of answers that were cut
   * off 700 to 3,000 tokens were gone.
   */
  private static final int THINKING = 4_000;

  /** As much as services let a model think at its hardest, by default. */
  private static final int MOST_THINKING = 32_000;

  /**
   * Of an answer, on top of it: a model that needs four times the room does not do what it is
   * asked.
   */
  private static final int MOST_ROOM = 3;

  private Room() {}

  /** What the editor says of thinking, where that is said; else what is known of the service. */
  public static Profile before(Profile start, LanguageModel.Thinking said) {
    int tokens = said.tokens() >= 0 ? said.tokens() : ofEffort(said.effort());
    return tokens < 0 ? start : start.with(Trait.THINKING, String.valueOf(tokens));
  }

  /** Each step thinks about twice as much as the one before. */
  private static int ofEffort(String effort) {
    return switch (effort) {
      case "none", "minimal" -> 0;
      case "low" -> THINKING / 2;
      case "medium" -> THINKING;
      case "high" -> 2 * THINKING;
      case "xhigh", "max" -> 4 * THINKING;
      default -> -1;
    };
  }

  /** The limit of the output. */
  public static int of(int answer, Profile profile) {
    return Math.min(profile.most(), answer + profile.thinking() + profile.room());
  }

  /**
   * After an answer that was cut off: room to think where thinking took it, and else twice the
   * room; up to where more would pay for a model that never ends.
   */
  public static Profile after(int answer, Profile profile, boolean reasoned) {
    int twice = 2 * of(answer, profile.with(Trait.MOST, ""));
    int thinking = Math.clamp(twice - answer, THINKING, MOST_THINKING);
    int room = Math.min(twice - answer - profile.thinking(), MOST_ROOM * answer);
    return reasoned
        ? profile.with(Trait.THINKING, String.valueOf(Math.max(thinking, profile.thinking())))
        : profile.with(Trait.ROOM, String.valueOf(room));
  }
}
