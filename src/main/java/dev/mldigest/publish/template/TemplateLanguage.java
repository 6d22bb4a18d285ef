package dev.mldigest.publish.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service takes for a command in a text. Each is made harmless by a character that shows
 * nothing between the two that open it (within an address, by percent-encoding the first), and not
 * by entities: a service that reads the HTML and writes it again would turn those back.
 */
public enum TemplateLanguage {
  /** {@code *|TAG|*}, {@code *|IF:TAG|*} */
  MAILCHIMP("(?<=\\*)(?=\\|)|(?<=\\|)(?=\\*)"),

  /** Buttondown: Django's <code>{{</code>, <code>{%</code> and <code>{#</code>. */
  DJANGO(Sign.DOUBLE),

  /**
   * Go's <code>{{</code>, and the end of an address that listmonk makes a command of before it
   * compiles ({@code https://…@TrackLink}).
   */
  LISTMONK("(?<=\\{)(?=\\{)|(?<=@)(?=TrackLink)"),

  /** What Ghost fills in when it mails a post: <code>%%{name}%%</code>. */
  GHOST("(?<=%%)(?=\\{)"),

  /** beehiiv, Kit: <code>{{email}}</code> and Liquid's <code>{%</code>. */
  LIQUID(Sign.DOUBLE),

  /** <code>{{{contact.first_name|there}}}</code> */
  RESEND(Sign.DOUBLE),

  /**
   * <code>{{ contact.NAME }}</code>, <code>{% if %}</code>, and of the language before it <code>
   * {NAME}</code> and {@code [UNSUBSCRIBE]}: which of the two is read depends on what stands in the
   * campaign.
   */
  BREVO(Sign.DOUBLE + "|(?<=[{\\[])(?=\\w)"),

  /** <code>{$name}</code>, <code>{if $name}</code>, <code>{/if}</code> */
  MAILERLITE(Sign.DOUBLE + "|(?<=\\{)(?=[$/A-Za-z])"),

  /** Shortcodes: any name in brackets that a theme or a plug-in may have taken. */
  WORDPRESS("(?<=\\[)(?=[^\\s\\[\\]<>&=\u200C])"),

  /**
   * What Hugo and Jekyll act on before Markdown is read, code or not: <code>{{</code>, <code>
   * {%</code>; kramdown's <code>{:</code>; Obsidian's {@code [[} and {@code %%}.
   */
  SITE("(?<=\\{)(?=[{%#:])|(?<=\\[)(?=\\[)|(?<=%)(?=%)");

  /** Zero width non-joiner: mails are padded with it everywhere, and no font shows it as a box. */
  public static final String NOTHING = "\u200C";

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|mailto:)[^\\s<>\"]+");

  private final Pattern opened;

  TemplateLanguage(String opened) {
    this.opened = Pattern.compile(opened);
  }

  private static final class Sign {
    static final String DOUBLE = "(?<=\\{)(?=[{%#])";
  }

  /** Plain text, or Markdown. */
  public String text(String text) {
    Matcher address = ADDRESS.matcher(text);
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    while (address.find()) {
      out.append(words(text.substring(from, address.start()))).append(address(address.group()));
      from = address.end();
    }
    return words(out.append(words(text.substring(from))).toString());
  }

  /** HTML, whole or a part; its comments are the template's own and stay. */
  public String html(String html) {
    return new HtmlTokens(html).mapped(this);
  }

  String words(String text) {
    return opened.matcher(text).replaceAll(NOTHING);
  }

  /** As words, after a harmless text that ended so. */
  String words(String text, String before) {
    String all = words(before + text);
    return all.substring(before.length());
  }

  /** An address stays one, and leads where it led. */
  String address(String url) {
    String encoded = encoded(url);
    // What was encoded may open something with the sign before it.
    return encoded.equals(url) ? url : address(encoded);
  }

  private String encoded(String url) {
    Matcher place = opened.matcher(url);
    StringBuilder out = new StringBuilder(url.length() + 8);
    int from = 0;
    while (place.find()) {
      int sign = place.start() - 1;
      out.append(url, from, sign).append('%').append("%02X".formatted((int) url.charAt(sign)));
      from = place.start();
    }
    return out.append(url, from, url.length()).toString();
  }

  /** A style sheet or an attribute of one; a bracket there begins a selector that programs know. */
  String style(String css) {
    return opened.matcher(css).replaceAll(place -> css.charAt(place.start() - 1) == '[' ? "" : " ");
  }
}
