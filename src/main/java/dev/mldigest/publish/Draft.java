package dev.mldigest.publish;

import dev.mldigest.domain.Week;
import dev.mldigest.io.Sha256;

/**
 * An approved issue in the forms that targets take. All of them are made from one frozen revision.
 *
 * @param revision its number, from 1
 * @param title the name of the newsletter
 * @param language tag, such as {@code en}
 * @param subject of the mail; never empty
 * @param preheader may be empty
 * @param markdown without front matter, anchors and comments
 * @param html the mail, a whole document
 * @param text for the text part of a mail
 * @param json issue.json of what stands in it
 * @param page HTML for a page that has a look of its own: headings, paragraphs, lists, links, and
 *     nothing of a mail's frame
 */
public record Draft(
    Week week,
    int revision,
    String title,
    String language,
    String subject,
    String preheader,
    String markdown,
    String html,
    String text,
    String json,
    String page) {
  /**
   * SHA-256 of all that readers get, whichever form they get it in. Services compare the hash of
   * what they send themselves.
   */
  public String contentHash() {
    return Sha256.of(String.join("\0", subject, preheader, markdown, html, text, page));
  }
}
