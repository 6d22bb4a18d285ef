package dev.mldigest.assemble.post;

import java.util.regex.Pattern;

/**
 * Slack's mrkdwn, as its interfaces and web hooks take it: three characters are escaped, and
 * nothing escapes the marks of its own, so that signs that look like them stand in their place.
 */
final class Slack implements Voice {
  /** Where a word begins or ends; within a word Slack takes it for text. */
  private static final Pattern LOW_LINE =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private static final Pattern LINK = Pattern.compile("<([^<>|]*)\\|([^<>]*)>");

  @Override
  public String words(String text) {
    String inert = Inert.emoji(Inert.hosts(Inert.tags(Inert.mentions(text))));
    String marks =
        LOW_LINE
            .matcher(inert.replace('*', '∗').replace('~', '∼').replace('`', '´'))
            .replaceAll("ˍ");
    String escaped = escaped(marks);
    return escaped.startsWith("&gt;") ? Inert.JOINER + escaped : escaped;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String link(String words, String address) {
    return "<" + escaped(address).replace("|", "%7C") + "|" + words + ">";
  }

  @Override
  public String strong(String words) {
    return "*" + words + "*";
  }

  @Override
  public String emphasis(String words) {
    return "_" + words + "_";
  }

  @Override
  public String code(String text) {
    return "`" + words(text).replace("´", "'") + "`";
  }

  @Override
  public String block(String code) {
    return "```\n" + escaped(Inert.hosts(Inert.mentions(code)).replace("`", "´")) + "\n```";
  }

  @Override
  public String quote(String text) {
    return "> " + text.replace("\n", "\n> ");
  }

  @Override
  public int size(String text) {
    return text.length();
  }

  @Override
  public String shown(String text) {
    return LINK.matcher(text)
        .replaceAll("$2")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
