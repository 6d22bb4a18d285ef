package dev.mldigest.review.digest;

/** Line ends of files that editors on any system have saved. */
public final class LineEnds {
  private LineEnds() {}

  /** The line end that the text uses first, else a line feed. */
  public static String of(String text) {
    int lf = text.indexOf('\n');
    if (lf > 0 && text.charAt(lf - 1) == '\r') {
      return "\r\n";
    }
    return lf < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
  }

  /** How many line ends are in the text. */
  public static int count(String text) {
    int ends = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      ends += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
    }
    return ends;
  }

  /** Start of the next line; a line ends with LF, CR LF or CR. */
  public static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** The line from one place to another without what ends it. */
  public static String without(String text, int from, int to) {
    int end = to;
    while (end > from && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(from, end);
  }

  /** The text with line feeds only and no byte order mark. */
  public static String unix(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.indexOf('\r') < 0 ? plain : plain.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Text of ours in the line ends of the editor's file. */
  public static String adapt(String ours, String lineEnd) {
    return lineEnd.equals("\n") ? ours : LineEnds.unix(ours).replace("\n", lineEnd);
  }
}
