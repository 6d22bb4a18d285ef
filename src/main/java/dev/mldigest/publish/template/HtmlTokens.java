package dev.mldigest.publish.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML of our own as it is written: tags, comments, style sheets, and the text between them. What
 * is not touched stays to the byte.
 */
final class HtmlTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.*?-->|(<style\\b[^>]*>)(.*?)(</style>)"
              + "|<[A-Za-z/!](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z:-]+)(\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "background", "cite", "poster");

  /** The signs of template languages as references (HTML 5, 13.5), in any of their spellings. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#0*(?:123|124|125|42|91|93|36|37|35|58|47)(?![0-9]);?"
              + "|#[xX]0*(?:7[bBcCdD]|2[aA345fF]|5[bBdD]|3[aA])(?![0-9a-fA-F]);?"
              + "|(?:lbrace|lcub|rbrace|rcub|vert|verbar|VerticalLine|ast|midast|lbrack|lsqb"
              + "|rbrack|rsqb|dollar|percnt|num|colon|sol);)");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lbrace", "{"),
          Map.entry("lcub", "{"),
          Map.entry("rbrace", "}"),
          Map.entry("rcub", "}"),
          Map.entry("vert", "|"),
          Map.entry("verbar", "|"),
          Map.entry("VerticalLine", "|"),
          Map.entry("ast", "*"),
          Map.entry("midast", "*"),
          Map.entry("lbrack", "["),
          Map.entry("lsqb", "["),
          Map.entry("rbrack", "]"),
          Map.entry("rsqb", "]"),
          Map.entry("dollar", "$"),
          Map.entry("percnt", "%"),
          Map.entry("num", "#"),
          Map.entry("colon", ":"),
          Map.entry("sol", "/"));

  /** Before the place where a command opens: the most that a language looks at. */
  private static final int SIGNS = 2;

  private final String html;

  HtmlTokens(String html) {
    this.html = html;
  }

  String mapped(TemplateLanguage language) {
    StringBuilder out = new StringBuilder(html.length() + 64);
    Matcher token = TOKEN.matcher(html);
    String before = "";
    int from = 0;
    while (token.find()) {
      before = text(language, html.substring(from, token.start()), before, out);
      out.append(tag(language, token));
      from = token.end();
    }
    text(language, html.substring(from), before, out);
    return out.toString();
  }

  /** Text goes on behind a tag: a service that takes the tags away sees both sides as one. */
  private static String text(
      TemplateLanguage language, String raw, String before, StringBuilder out) {
    if (raw.isEmpty()) {
      return before;
    }
    String harmless = language.words(plain(raw), before);
    out.append(harmless);
    String all = before + harmless;
    return all.substring(Math.max(0, all.length() - SIGNS));
  }

  private static String tag(TemplateLanguage language, Matcher token) {
    if (token.group(2) != null) {
      return token.group(1) + language.style(token.group(2)) + token.group(3);
    }
    String tag = token.group();
    return tag.startsWith("<!")
        ? tag
        : ATTRIBUTE
            .matcher(tag)
            .replaceAll(one -> Matcher.quoteReplacement(attribute(language, one)));
  }

  private static String attribute(TemplateLanguage language, MatchResult one) {
    String quoted = one.group(3);
    String value = plain(quoted.substring(1, quoted.length() - 1));
    String name = one.group(1).toLowerCase(Locale.ROOT);
    String harmless =
        ADDRESSES.contains(name)
            ? language.address(value)
            : name.equals("style") ? language.style(value) : language.words(value);
    return one.group(1) + one.group(2) + quoted.charAt(0) + harmless + quoted.charAt(0);
  }

  private static String plain(String raw) {
    return raw.indexOf('&') < 0
        ? raw
        : REFERENCE.matcher(raw).replaceAll(one -> Matcher.quoteReplacement(sign(one.group())));
  }

  private static String sign(String reference) {
    String name = reference.substring(1).replace(";", "");
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, reference);
    }
    return Character.toString(
        name.startsWith("#x") || name.startsWith("#X")
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1)));
  }
}
