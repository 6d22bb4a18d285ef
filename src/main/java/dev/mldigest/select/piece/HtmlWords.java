package dev.mldigest.select.piece;

/**
 * The words of a feed's HTML, for comparing texts only: tags become blanks, the few character
 * references of running text are read. What readers see is made by extraction, not here.
 */
final class HtmlWords {
  /** Five times what is read of a text as terms, markup aside: bounds hostile inputs. */
  private static final int MOST = 200_000;

  private HtmlWords() {}

  static String of(String html) {
    StringBuilder out = new StringBuilder(Math.min(html.length(), MOST));
    boolean tag = false;
    for (int i = 0; i < html.length() && out.length() < MOST; i++) {
      char c = html.charAt(i);
      if (c == '<' && i + 1 < html.length() && opensTag(html.charAt(i + 1))) {
        tag = true;
        out.append(' ');
      } else if (c == '>' && tag) {
        tag = false;
      } else if (!tag) {
        out.append(c);
      }
    }
    return out.toString()
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
        .strip();
  }

  private static boolean opensTag(char c) {
    return c == '/' || c == '!' || c == '?' || Character.isLetter(c);
  }
}
