package dev.mldigest.publish.site;

/**
 * YAML before a page: keys in their order, one a line. Texts are double-quoted scalars (YAML 1.2,
 * 7.3.1) in ASCII escapes where a parser could take a character for anything else.
 */
final class FrontMatter {
  private final StringBuilder lines = new StringBuilder("---\n");

  FrontMatter text(String key, String value) {
    return plain(key, quoted(value));
  }

  /**
   * @param value a number, a date or a truth value
   */
  FrontMatter plain(String key, Object value) {
    lines.append(key).append(": ").append(value).append('\n');
    return this;
  }

  /** With its fences and the blank line after them. */
  String block() {
    return lines + "---\n\n";
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n', '\t', '\r' -> out.append(' ');
            default -> {
              if (isPlain(c)) {
                out.appendCodePoint(c);
              } else if (Character.getType(c) != Character.SURROGATE) {
                out.append(c > 0xffff ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
              }
            }
          }
        });
    return out.append('"').toString();
  }

  /** Printable by YAML 1.2 section 5.1, and no line break of YAML 1.1 (U+0085, U+2028, U+2029). */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
