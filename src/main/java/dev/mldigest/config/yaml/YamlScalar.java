package dev.mldigest.config.yaml;

import java.util.regex.Pattern;

/** Writes text as a YAML value: plain where that is safe in braces too, else in double quotes. */
public final class YamlScalar {
  /** Begins with a letter; no colon before white space, no hash after it, no brackets or commas. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./+()'-]| (?=[A-Za-z0-9(])|:(?=[A-Za-z0-9/]))*");

  private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._~/?&=%@+;$!*:-]+");
  private static final Pattern WORD_WITH_MEANING =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private YamlScalar() {}

  public static String write(String text) {
    boolean plain = PLAIN.matcher(text).matches() || ADDRESS.matcher(text).matches();
    if (plain && !text.endsWith(":") && !WORD_WITH_MEANING.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').appendCodePoint(c);
    } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      quoted.append(c > 0xFFFF ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
    } else {
      quoted.appendCodePoint(c);
    }
  }
}
