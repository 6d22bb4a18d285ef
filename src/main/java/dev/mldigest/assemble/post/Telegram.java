package dev.mldigest.assemble.post;

import java.util.regex.Pattern;

/** Telegram's HTML: a handful of tags, three characters escaped. */
final class Telegram implements Voice {
  /** Beyond so many marked stretches Telegram shows the rest as text. */
  private static final int MOST_ENTITIES = 100;

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern BEGIN = Pattern.compile("<[a-z]");

  @Override
  public String words(String text) {
    return escaped(Inert.commands(Inert.hosts(Inert.tags(Inert.mentions(text)))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String link(String words, String address) {
    return "<a href=\"" + escaped(address) + "\">" + words + "</a>";
  }

  @Override
  public String strong(String words) {
    return "<b>" + words + "</b>";
  }

  @Override
  public String emphasis(String words) {
    return "<i>" + words + "</i>";
  }

  @Override
  public String code(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  @Override
  public String block(String code) {
    return "<pre>" + escaped(code) + "</pre>";
  }

  @Override
  public String quote(String text) {
    return "<blockquote>" + text + "</blockquote>";
  }

  @Override
  public int size(String text) {
    boolean tooMany =
        BEGIN.matcher(text).results().limit(MOST_ENTITIES + 1L).count() > MOST_ENTITIES;
    return tooMany ? Integer.MAX_VALUE : shown(text).length();
  }

  @Override
  public String shown(String text) {
    return TAG.matcher(text)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
