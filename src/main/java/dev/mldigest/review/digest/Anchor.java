package dev.mldigest.review.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The comment above an item that says which one it is, whole or damaged. */
public final class Anchor {
  private static final Pattern WHOLE =
      Pattern.compile("[ \\t]*<!-- *item:([A-Za-z0-9._:]+)(?: +v=([0-9a-f]{8}))? *-->[ \\t]*");

  /** Any comment but a note. */
  private static final Pattern COMMENT = Pattern.compile("[ \\t]*<!--(?![ \\t]*note)");

  /** What is left of an anchor, by what anchors say. */
  private static final Pattern BROKEN =
      Pattern.compile("[ \\t]*<!--(?:[ \\t]*item\\b|[^>]*\\bv=[0-9a-f]{1,8}[ \\t]*$).*");

  private Anchor() {}

  public static boolean isWhole(String line) {
    return WHOLE.matcher(line).matches();
  }

  /** The item's id, or null where the anchor is not whole. */
  static @Nullable String id(String line) {
    Matcher whole = WHOLE.matcher(line);
    return whole.matches() ? whole.group(1) : null;
  }

  /** A comment line that is no note: above an item's heading it is what is left of its anchor. */
  static boolean isDamaged(String line) {
    return COMMENT.matcher(line).lookingAt();
  }

  /** True for what cannot be anything else than a rest of an anchor. */
  public static boolean isBroken(String line) {
    return BROKEN.matcher(line).matches();
  }
}
