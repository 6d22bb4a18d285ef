package dev.mldigest.extract.data;

import dev.mldigest.text.TextLength;

/** Text as markup, and how much text there is in markup. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** A paragraph a line. */
  static String paragraphs(String text) {
    return "<p>" + escaped(text).replaceAll("\\n+", "<p>");
  }

  /** Letters outside of tags. */
  static int letters(String html) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', from)) {
      text.append(html, from, i);
      int end = html.indexOf('>', i);
      from = end < 0 ? html.length() : end + 1;
    }
    return TextLength.letters(text.append(html, from, html.length()).toString());
  }
}
