package dev.mldigest.publish.mail;

import dev.mldigest.domain.Week;
import dev.mldigest.io.Sha256;
import jakarta.mail.Message.RecipientType;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.email.Recipient;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/**
 * A letter as a message (RFC 5322): the text, and the HTML as its alternative, in seven bits. The
 * same letter is the same message to the byte.
 */
public final class Eml {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"\r\n]+)\"");

  /** Digits of the content's hash in the identifier: 96 bits. */
  private static final int DIGITS = 24;

  private Eml() {}

  /** The file's content, in ASCII with the line ends of mail. */
  public static String of(Letter letter, MailAddresses addresses) {
    String raw = EmailConverter.emailToEML(email(letter, addresses));
    String message = raw.replace("\r\n", "\n").replace("\n", "\r\n");
    Matcher boundary = BOUNDARY.matcher(message);
    if (!boundary.find()) {
      throw new IllegalStateException("A mail of two parts has a boundary.");
    }
    // The library's boundary holds the time and a count. An equals sign and an underscore stand
    // beside each other in no quoted-printable text (RFC 2045, 6.7).
    return message.replace(boundary.group(1), "=_" + letter.contentHash());
  }

  /** Stable by content: a program that was given the message twice knows it. */
  public static String identifier(Letter letter, MailAddresses addresses) {
    return identifier(letter.week(), letter.contentHash(), addresses);
  }

  private static String identifier(Week week, String hash, MailAddresses addresses) {
    String digits = hash.length() < DIGITS ? Sha256.of(hash) : hash;
    return "<" + week + "." + digits.substring(0, DIGITS) + "@" + addresses.domain() + ">";
  }

  static Email email(Letter letter, MailAddresses addresses) {
    EmailPopulatingBuilder email =
        EmailBuilder.startingBlank()
            // Nothing that stands in the environment may add a recipient.
            .ignoringDefaults(true)
            .ignoringOverrides(true)
            .from(sender(addresses))
            .withRecipients(new Recipient(null, addresses.to(), RecipientType.TO))
            .withSubject(HeaderText.encoded(letter.subject()))
            .withPlainText(body(letter.text()))
            .withHTMLText(body(letter.html()))
            .withContentTransferEncoding(ContentTransferEncoding.QUOTED_PRINTABLE)
            .fixingMessageId(identifier(letter, addresses))
            .fixingSentDate(Date.from(letter.date()));
    if (addresses.unsubscribe() != null) {
      email = email.withHeader("List-Unsubscribe", "<" + addresses.unsubscribe() + ">");
    }
    if (addresses.takesOneClick()) {
      email = email.withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return email.buildEmail();
  }

  private static Recipient sender(MailAddresses addresses) {
    String name = HeaderText.shown(addresses.fromName());
    return new Recipient(name.isEmpty() ? null : name, addresses.from(), null);
  }

  /** No control character but the line's end and the tabulator; half a pair is no character. */
  private static String body(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
