package dev.mldigest.extract;

import dev.mldigest.io.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages of invented texts, set as today's generators and services set them ({@code layouts.txt}),
 * with the article known: long and short, in several languages, plain and with their names changed
 * and boxes around.
 */
final class Layouts {
  /** Paragraphs of an article: a note up to an essay. */
  private static final int[] LENGTHS = {2, 4, 8, 16, 40};

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)(?::([^}]+))?}}");
  private static final Pattern NAMES = Pattern.compile("(class|id)=\"([^\"]*)\"");

  private Layouts() {}

  /**
   * A page and the text of its article.
   *
   * @param layout what sets it, as {@code hugo-papermod}
   */
  record Made(String layout, String html, String gold) {
    /** What made it, without its theme. */
    String generator() {
      return layout.split("-", 2)[0];
    }
  }

  static Map<String, String> templates() {
    Map<String, String> templates = new LinkedHashMap<>();
    String name = "";
    for (String line : Resource.text("/extract/layouts.txt").lines().toList()) {
      if (line.startsWith("== ")) {
        name = line.substring(3).strip();
      } else if (line.startsWith("<")) {
        templates.put(name, line);
      }
    }
    return templates;
  }

  /**
   * @param each pages of every layout
   * @param changed whether names are others, boxes are set around, and the menu stands behind
   */
  static List<Made> pages(int each, boolean changed, long seed) {
    List<Made> pages = new ArrayList<>();
    templates()
        .forEach((name, template) -> {
          for (int i = 0; i < each; i++) {
            Random random = new Random(seed + 31L * name.hashCode() + i);
            String language = Invented.LANGUAGES.get(i % Invented.LANGUAGES.size());
            int length = LENGTHS[random.nextInt(LENGTHS.length)];
            pages.add(
                page(
                    name,
                    changed ? changed(template, random) : template,
                    new Invented(language, random),
                    language,
                    length,
                    random));
          }
        });
    return pages;
  }

  private static Made page(
      String name, String template, Invented text, String language, int length, Random random) {
    String title = text.line();
    List<String> gold = new ArrayList<>();
    String body = body(text, length, random, gold);
    Map<String, Function<String, String>> parts = parts(text, title, body);
    Matcher place = PLACE.matcher(template);
    String page =
        place.replaceAll(found -> {
          String of = found.group(2) == null ? "" : found.group(2);
          return Matcher.quoteReplacement(parts.getOrDefault(found.group(1), any -> "").apply(of));
        });
    String html =
        "<!doctype html><html lang="
            + language
            + "><head><title>"
            + title
            + " | Notes</title></head><body>"
            + page
            + "</body></html>";
    return new Made(name, html, String.join("\n", gold));
  }

  private static String body(Invented text, int length, Random random, List<String> gold) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0 && i % 5 == 0) {
        body.append(said("h2", text.line(), gold));
      }
      if (random.nextInt(9) == 0) {
        body.append(
            "<ul>" + said("li", text.line(), gold) + said("li", text.line(), gold) + "</ul>");
      }
      body.append(said("p", text.paragraph(1 + random.nextInt(4)), gold));
    }
    return body.toString();
  }

  private static String said(String tag, String line, List<String> gold) {
    gold.add(line);
    return "<" + tag + ">" + line + "</" + tag + ">\n";
  }

  private static String times(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining("\n"));
  }

  private static Map<String, Function<String, String>> parts(
      Invented text, String title, String body) {
    Map<String, Function<String, String>> parts = new LinkedHashMap<>();
    parts.put("title", any -> title);
    parts.put("body", any -> body);
    parts.put("author", any -> "Orla Finch");
    parts.put("date", any -> "12 February 2026");
    parts.put(
        "menu",
        any ->
            times(
                7, i -> "<li><a href=\"/m" + i + "\">" + text.line().split(" ")[0] + "</a></li>"));
    parts.put(
        "toc",
        any ->
            "<ul>"
                + times(4, i -> "<li><a href=#s" + i + ">" + text.line() + "</a></li>")
                + "</ul>");
    parts.put("tags", any -> times(3, i -> "<li><a href=/t" + i + ">#notes" + i + "</a></li>"));
    parts.put("share", any -> "<a href=/s>Share</a> <button>Copy link</button>");
    parts.put(
        "next", any -> "<a href=/n>← " + text.line() + "</a> <a href=/p>" + text.line() + " →</a>");
    parts.put(
        "bio",
        any -> "<h4>Orla Finch</h4><p>Orla Finch writes about tools. " + text.sentence() + "</p>");
    parts.put(
        "mail",
        any ->
            "<h3>Never miss a note</h3><p>"
                + text.sentence()
                + "</p><form><input type=email name=email><button>Subscribe</button></form>");
    parts.put(
        "legal",
        any ->
            "<p>© 2026 Notes. All rights reserved.</p><a href=/i>Imprint</a> <a"
                + " href=/y>Privacy</a>");
    parts.put(
        "cards",
        names ->
            times(
                4,
                i ->
                    "<div class=\""
                        + names
                        + "\"><h3><a href=\"/c"
                        + i
                        + "\">"
                        + text.line()
                        + "</a></h3><p>"
                        + text.sentence()
                        + "</p></div>"));
    parts.put(
        "comments",
        names ->
            times(
                3,
                i ->
                    "<div class=\""
                        + names
                        + "\"><b><a href=\"/u/r"
                        + i
                        + "\">Reader "
                        + i
                        + "</a></b><p>"
                        + text.paragraph(2)
                        + "</p></div>"));
    return parts;
  }

  /** Half of the names are no words any more, and boxes stand around the page. */
  private static String changed(String template, Random random) {
    String named =
        NAMES
            .matcher(template)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    found.group(1) + "=\"" + renamed(found.group(2), random) + "\""));
    int boxes = random.nextInt(4);
    return "<div>".repeat(boxes) + named + "</div>".repeat(boxes);
  }

  private static String renamed(String names, Random random) {
    List<String> all = new ArrayList<>();
    for (String name : names.split(" ")) {
      boolean kept = random.nextBoolean() || name.contains("{{");
      all.add(kept ? name : "c" + Integer.toString(random.nextInt(1 << 24), 36));
    }
    return String.join(" ", all);
  }
}
