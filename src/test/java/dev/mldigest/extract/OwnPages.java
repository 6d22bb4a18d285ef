package dev.mldigest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Eighty pages: five texts, written in Markdown, each set as sixteen kinds of sites would set it,
 * with their furniture around it. Sites, authors and texts are invented for these tests.
 */
public final class OwnPages {
  private static final List<String> SITES =
      List.of(
          "substack",
          "medium",
          "github-readme",
          "github-blob",
          "sphinx",
          "mkdocs",
          "docusaurus",
          "rustdoc",
          "nbconvert",
          "colab",
          "quarto",
          "wordpress",
          "ghost",
          "hugo",
          "jekyll",
          "distill");
  private static final List<String> TEXTS =
      List.of("attention", "batches", "cache", "config", "evaluation");
  private static final String AUTHOR = "Orla Finch";
  private static final String DATE = "Feb 12, 2026";

  private OwnPages() {}

  /**
   * A page and what it was made from.
   *
   * @param source the text's Markdown without its title
   * @param furniture what the site says around the text, line by line
   */
  record OwnPage(
      String name,
      String url,
      String html,
      String title,
      Node source,
      CodeMarkup code,
      List<String> furniture) {
    Reading read() {
      return new Extractor()
          .read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", url, null);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** As the sites would send them, for what measures and does not judge. */
  public static List<byte[]> bodies() {
    return all().stream().map(page -> page.html().getBytes(StandardCharsets.UTF_8)).toList();
  }

  static List<OwnPage> all() {
    List<OwnPage> pages = new ArrayList<>();
    for (String site : SITES) {
      for (String text : TEXTS) {
        pages.add(page(site, text));
      }
    }
    return pages;
  }

  static Node parse(String markdown) {
    return Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
  }

  private static OwnPage page(String site, String text) {
    String template = resource("sites/" + site + ".html");
    Map<String, String> settings = settings(template);
    Node source = parse(resource("texts/" + text + ".md"));
    Heading heading = (Heading) Objects.requireNonNull(source.getFirstChild());
    String title = ((Text) Objects.requireNonNull(heading.getFirstChild())).getLiteral();
    heading.unlink();
    CodeMarkup code = CodeMarkup.named(setting(settings, "code"));
    MathMarkup math = MathMarkup.named(setting(settings, "math"));
    String page = template.substring(template.indexOf("-->") + 4);
    String html =
        page.replace("{{title}}", title)
            .replace("{{author}}", AUTHOR)
            .replace("{{date}}", DATE)
            .replace("{{body}}", PageWriter.write(source, code, math));
    return new OwnPage(
        site + " " + text, setting(settings, "url"), html, title, source, code, furniture(page));
  }

  /** Own lines of the template of some length: what holds a variable is no such line. */
  private static List<String> furniture(String template) {
    List<String> lines = new ArrayList<>();
    for (Element e : Jsoup.parse(template).body().getAllElements()) {
      String line = e.ownText();
      if (line.length() >= 12 && line.indexOf(' ') > 0 && !line.contains("{{")) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Map<String, String> settings(String template) {
    String comment = template.substring(4, template.indexOf("-->")).strip();
    Map<String, String> settings = new HashMap<>();
    for (String setting : comment.split(" ")) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return settings;
  }

  private static String setting(Map<String, String> settings, String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  private static String resource(String name) {
    try (InputStream in = OwnPages.class.getResourceAsStream("/pages/own/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
