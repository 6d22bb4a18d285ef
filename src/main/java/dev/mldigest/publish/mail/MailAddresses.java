package dev.mldigest.publish.mail;

import org.jspecify.annotations.Nullable;

/**
 * From whom the mail is, to whom it goes, and how readers leave the list.
 *
 * @param fromName beside the sender's address; may be empty
 * @param to the editor's own address: the only one that a mail is ever sent to
 * @param unsubscribe an address of https: or mailto: for {@code List-Unsubscribe}; a placeholder of
 *     the program that the file is taken into may stand in it. Null: no such header.
 */
public record MailAddresses(String from, String fromName, String to, @Nullable String unsubscribe) {
  /** One click is a POST, which only https: can take (RFC 8058, section 3.1). */
  boolean takesOneClick() {
    return unsubscribe != null && unsubscribe.startsWith("https:");
  }

  /** Behind the at sign of the sender: message identifiers are unique within it. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
