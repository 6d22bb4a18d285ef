package dev.mldigest.pipeline.gate;

import org.jspecify.annotations.Nullable;

/**
 * Something of an issue that readers should not get.
 *
 * @param item id of the item it is about, as a card has it; null where it is about none
 * @param line of digest.md, from 1; 0 where it is about no line
 * @param sentence what, and what to do
 * @param words of the digest that it is about, for example a link; empty where there are none
 */
public record Finding(
    Kind kind, Severity severity, @Nullable String item, int line, String sentence, String words) {
  /** What it is. */
  public enum Kind {
    /** It cannot be handed out as it stands. */
    FAULT,
    NO_ITEM,
    PLACEHOLDER,
    ENVELOPE,
    STALE_MENTION,
    UNGROUNDED,
    LINK_DEAD,
    LINK_UNSURE,
    LINK_REDIRECTED,
    LINK_TWICE,
    LINK_BEFORE,
    STORY_TWICE,
    STORY_BEFORE,
    SIZE,
    ALT_TEXT,
    COMMENT,
    NOT_SEEN,
    BANNED,
    UNSEEN_SIGN,
    HTML,
    CLIENT_SUPPORT;

    /** For example {@code link dead}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether it may leave all the same. */
  public enum Severity {
    /** Only with a typed reason. */
    MUST,
    /** It is for the editor to decide. */
    SHOULD
  }

  public boolean isMust() {
    return severity == Severity.MUST;
  }

  /** Where a page shows it: the item, else what stands before the first. */
  public String jump() {
    return item == null ? "#opening" : "#item-" + item;
  }

  static Finding must(Kind kind, @Nullable String item, int line, String sentence, String words) {
    return new Finding(kind, Severity.MUST, item, line, sentence, words);
  }

  static Finding should(Kind kind, @Nullable String item, int line, String sentence, String words) {
    return new Finding(kind, Severity.SHOULD, item, line, sentence, words);
  }
}
