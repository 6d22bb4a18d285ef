package dev.mldigest.assemble.post;

import java.util.regex.Pattern;

/**
 * Keeps words from becoming mentions, tags, commands or links: a joiner that shows nothing stands
 * behind the character that a service would act on (U+2060, which no service takes for part of a
 * name, a tag or a host).
 */
final class Inert {
  static final String JOINER = "\u2060";

  private static final Pattern AT = Pattern.compile("[@＠](?=\\S)");
  private static final Pattern TAG = Pattern.compile("[#＃](?=\\S)");
  private static final Pattern CASH = Pattern.compile("\\$(?=[A-Za-z])");
  private static final Pattern COMMAND = Pattern.compile("(?<![A-Za-z0-9_/])/(?=[A-Za-z0-9_])");

  /** Two slashes after a colon, and the schemes that are linked without them. */
  private static final Pattern SCHEME =
      Pattern.compile(
          ":(?=//)|(?i)(?<=\\b(?:mailto|tel|sms|tg|xmpp|magnet|bitcoin|geo|sip|callto|skype)):(?=\\S)");

  /** A dot before what may be the end of a host, and those of an address in numbers. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}\\p{M}-])[.。．｡](?=\\p{L}[\\p{L}\\p{N}\\p{M}-])|(?<=\\d)\\.(?=\\d+\\.\\d+\\.\\d)");

  /** Names of little pictures between colons. */
  private static final Pattern EMOJI = Pattern.compile(":(?=[a-z0-9_+'-]{1,60}:)");

  private Inert() {}

  static String mentions(String text) {
    return SCHEME.matcher(AT.matcher(text).replaceAll("$0" + JOINER)).replaceAll("$0" + JOINER);
  }

  static String tags(String text) {
    return CASH.matcher(TAG.matcher(text).replaceAll("$0" + JOINER)).replaceAll("$0" + JOINER);
  }

  static String hosts(String text) {
    return HOST.matcher(text).replaceAll("$0" + JOINER);
  }

  static String commands(String text) {
    return COMMAND.matcher(text).replaceAll("$0" + JOINER);
  }

  static String emoji(String text) {
    return EMOJI.matcher(text).replaceAll("$0" + JOINER);
  }
}
