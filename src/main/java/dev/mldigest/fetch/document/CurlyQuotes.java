package dev.mldigest.fetch.document;

/**
 * Attribute values between typographic quotation marks, as word processors write them, get straight
 * ones. Text and values in straight quotation marks stay as they are.
 */
final class CurlyQuotes {
  private static final String CURLY = "\u201c\u201d\u201e";

  private final String text;
  private final StringBuilder out;
  private int at;

  private CurlyQuotes(String text) {
    this.text = text;
    this.out = new StringBuilder(text);
  }

  static String straightened(String markup) {
    return markup.indexOf("=\u201c") < 0 && markup.indexOf("=\u201d") < 0
        ? markup
        : new CurlyQuotes(markup).run();
  }

  private String run() {
    for (at = text.indexOf('<'); at >= 0 && at < text.length(); at = text.indexOf('<', at)) {
      if (text.startsWith("<![CDATA[", at)) {
        int end = text.indexOf("]]>", at);
        at = end < 0 ? text.length() : end;
      } else {
        tag();
      }
    }
    return out.toString();
  }

  private void tag() {
    for (at++; at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<'; at++) {
      char c = text.charAt(at);
      if ((c == '"' || c == '\'') && text.charAt(at - 1) == '=') {
        int end = text.indexOf(c, at + 1);
        at = end < 0 ? at : end;
      } else if (text.charAt(at - 1) == '=' && CURLY.indexOf(c) >= 0) {
        straighten();
      }
    }
  }

  private void straighten() {
    int end = at + 1;
    while (end < text.length() && "<>\"".indexOf(text.charAt(end)) < 0) {
      if (CURLY.indexOf(text.charAt(end)) >= 0) {
        out.setCharAt(at, '"');
        out.setCharAt(end, '"');
        at = end;
        return;
      }
      end++;
    }
  }
}
