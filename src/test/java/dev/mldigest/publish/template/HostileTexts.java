package dev.mldigest.publish.template;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Texts made of what template languages, HTML and Markdown act on. */
public final class HostileTexts {
  private static final String[] PIECES = {
    "{",
    "{{",
    "{{{",
    "}",
    "}}",
    "}}}",
    "{%",
    "%}",
    "{#",
    "{$",
    "{/",
    "{:",
    "{{<",
    ">}}",
    "{{%",
    "%}}",
    "*|",
    "|*",
    "*",
    "|",
    "[",
    "]",
    "[[",
    "]]",
    "[/",
    "%%",
    "$",
    "%",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "&#123;",
    "&#x7b;",
    "&lbrace;",
    "&#42;",
    "&#91;",
    "&#124",
    "&amp;",
    " ",
    "\n",
    "FNAME",
    "EMAIL",
    "UNSUB",
    "email",
    "contact.EMAIL",
    "name",
    "if",
    "else",
    "endif",
    "gallery",
    "caption",
    "x",
    "1",
    "IF:FNAME",
    "RESEND_UNSUBSCRIBE_URL",
    "raw",
    "endraw",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "\\",
    "\u200C",
    "ä",
    "日本",
    "😀",
    "https://e.org/",
    "?a=",
    "#",
    "/",
    "=",
    ".",
    "wp:html",
    "@TrackLink",
    "%%{name}%%"
  };

  private HostileTexts() {}

  public static String next(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(10); n >= 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** Addresses are the same when read, however they are spelled. */
  public static String decoded(String text) {
    return URLDecoder.decode(text.replaceAll("%(?![0-9A-F]{2})", "%25"), StandardCharsets.UTF_8);
  }
}
