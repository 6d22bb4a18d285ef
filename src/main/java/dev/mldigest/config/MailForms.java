package dev.mldigest.config;

import dev.mldigest.config.yaml.ValueForm;
import java.util.regex.Pattern;

/** What stands in the settings of mails: nothing of it can begin a header of its own. */
final class MailForms {
  /** The form that every mail server takes (RFC 5321, 4.1.2), without quoted local parts. */
  private static final String ADDRESS =
      "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";

  private static final Pattern SENDER =
      Pattern.compile("(?:[^<>\\p{Cntrl}]{0,100}<" + ADDRESS + ">|" + ADDRESS + ")");

  private static final Pattern LEAVING =
      Pattern.compile("(?:https://|mailto:)[!-~&&[^<>\",\\\\]]{1,900}");

  private MailForms() {}

  static ValueForm<String> address() {
    return form("must be one mail address, such as jo@example.org", Pattern.compile(ADDRESS));
  }

  static ValueForm<String> sender() {
    return form("must be a mail address, such as jo@example.org or 'Jo <jo@example.org>'", SENDER);
  }

  /** A placeholder such as {{id}} may stand in it. */
  static ValueForm<String> unsubscribe() {
    return form("must be an address that begins with https:// or mailto:, without spaces", LEAVING);
  }

  static ValueForm<String> host() {
    return form(
        "must be the name of a mail server, such as mail.example.org",
        Pattern.compile("[A-Za-z0-9.:-]{1,253}"));
  }

  private static ValueForm<String> form(String expected, Pattern pattern) {
    return ValueForm.ofText(
        expected,
        value -> {
          String text = value.strip();
          return pattern.matcher(text).matches() ? ValueForm.good(text) : ValueForm.bad(expected);
        });
  }
}
