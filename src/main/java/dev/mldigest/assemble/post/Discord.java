package dev.mldigest.assemble.post;

import java.util.regex.Pattern;

/** Discord's Markdown: a backslash before each of its marks; links show no preview. */
final class Discord implements Voice {
  private static final Pattern MARK = Pattern.compile("[\\\\*_~`|\\[\\]<>]");

  /** Headings, lists, quotations and small print begin a line. */
  private static final Pattern LINE = Pattern.compile("(?m)^(\\s*)([#+-]|\\d+(?=[.)]))");

  private static final Pattern LINK =
      Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(<[^<>]*>\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  @Override
  public String words(String text) {
    String inert = Inert.emoji(Inert.mentions(text)).replace("<", "<" + Inert.JOINER);
    String marked = MARK.matcher(inert).replaceAll("\\\\$0");
    return LINE.matcher(marked).replaceAll("$1" + Inert.JOINER + "$2");
  }

  @Override
  public String link(String words, String address) {
    return "[" + words + "](<" + address + ">)";
  }

  @Override
  public String strong(String words) {
    return "**" + words + "**";
  }

  @Override
  public String emphasis(String words) {
    return "*" + words + "*";
  }

  /** Words: within code nothing could be escaped. */
  @Override
  public String code(String text) {
    return words(text);
  }

  @Override
  public String block(String code) {
    return "```\n" + Inert.mentions(code).replace("`", "`" + Inert.JOINER) + "\n```";
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
    return ESCAPED.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("$1");
  }
}
