package dev.mldigest.publish.service.text;

/**
 * How readers leave the list: the one command of a service's language that is left alive, put in
 * after everything else was made harmless.
 */
public final class Leaving {
  private Leaving() {}

  /**
   * @param command what the service puts the reader's own address in the place of
   */
  public static String html(String html, String command) {
    String line =
        "<p style=\"font-size:12px;color:#666666;text-align:center\"><a href=\""
            + command
            + "\" style=\"color:#666666\">Unsubscribe</a></p>";
    int end = html.lastIndexOf("</body>");
    return end < 0 ? html + line : html.substring(0, end) + line + html.substring(end);
  }

  public static String text(String text, String command) {
    return text.stripTrailing() + "\n\nUnsubscribe: " + command + "\n";
  }
}
