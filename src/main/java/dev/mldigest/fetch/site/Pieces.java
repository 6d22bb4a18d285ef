package dev.mldigest.fetch.site;

import static java.util.Locale.ROOT;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.TextCut;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What stands below each of the headings that part a page. The page is taken apart for it. */
final class Pieces {
  /**
   * @param title never empty
   * @param place a fragment that leads to it, without its hash
   * @param html of the piece without its heading
   */
  record Piece(DatedHead head, String title, String place, String html) {}

  /** Characters of a title: titles of news and papers are rarely longer. */
  private static final int TITLE = 110;

  /** Characters of a heading that is a version and a word on its state: "2.3 (LTS)". */
  private static final int LABEL = 60;

  /** Words of the shortest line that says what a piece is about: "Added" does not. */
  private static final int WORDS = 3;

  /** Characters of a heading by which a browser finds it. */
  private static final int FOUND_BY = 80;

  /** "2.3", "v2.3.0", "Release 2.3": no name, unless the page bears it. */
  private static final Pattern VERSION =
      Pattern.compile("(?:(\\p{L}[\\p{L}.-]{1,20})\\s)?[vV]?\\d[\\w.+-]*(?![\\p{L}\\d])");

  private static final Pattern NUMBER = Pattern.compile("\\d");

  private final Document page;
  private final List<DatedHead> heads;

  /** How many of the headings an element holds. */
  private final IdentityHashMap<Element, Integer> holds = new IdentityHashMap<>();

  private final String name;
  private final List<Piece> list = new ArrayList<>();
  private int letters;

  private Pieces(List<DatedHead> heads, Document page) {
    this.heads = heads;
    this.page = page;
    this.name = name();
    for (DatedHead head : heads) {
      for (Element at = head.element(); at != null; at = at.parent()) {
        holds.merge(at, 1, Integer::sum);
      }
    }
  }

  static Pieces of(List<DatedHead> heads, Document page) {
    Pieces pieces = new Pieces(heads, page);
    heads.forEach(pieces::add);
    return pieces;
  }

  /** In the page's order. */
  List<Piece> list() {
    return list;
  }

  /** Of all of them, headings included. */
  int letters() {
    return letters;
  }

  /** What the page calls itself; a single word says less than its title, a title's version lies. */
  private String name() {
    Element heading = page.selectFirst("h1");
    boolean own = heading != null && heads.stream().noneMatch(h -> h.element().equals(heading));
    String said = own && heading != null ? DatedHead.said(heading) : "";
    String title = page.title().strip();
    return said.indexOf(' ') > 0 || title.isEmpty() || NUMBER.matcher(title).find() ? said : title;
  }

  private void add(DatedHead head) {
    Element box = head.element();
    Element parent = box.parent();
    while (parent != null && holds.getOrDefault(parent, 0) == 1) {
      box = parent;
      parent = box.parent();
    }
    String place = place(head, box);
    String html = html(head, box);
    Document text = Jsoup.parseBodyFragment(html);
    String title = title(head, text);
    letters += head.element().text().length() + text.text().length();
    if (!title.isBlank() && !text.text().isBlank()) {
      list.add(new Piece(head, title, place, html));
    }
  }

  private String html(DatedHead head, Element box) {
    StringBuilder html = new StringBuilder();
    if (!box.equals(head.element())) {
      Element clone = box.clone();
      clone.select(head.element().normalName()).stream()
          .filter(e -> e.text().equals(head.element().text()))
          .findFirst()
          .ifPresent(Node::remove);
      html.append(clone.outerHtml());
    }
    for (Node next = box.nextSibling(); next != null; next = next.nextSibling()) {
      if (next instanceof Element e && begins(e, head.rank())) {
        break;
      }
      html.append(next.outerHtml());
    }
    return html.toString();
  }

  private boolean begins(Element e, int rank) {
    String tag = e.normalName();
    int own = DatedHead.rank(e);
    return holds.containsKey(e)
        || (own > 0 && own <= rank)
        || tag.equals("footer")
        || tag.equals("nav");
  }

  private String title(DatedHead head, Document text) {
    String said = head.name();
    Matcher version = VERSION.matcher(said);
    if (version.lookingAt() && said.length() <= LABEL) {
      String word = version.group(1);
      boolean named = word != null && name.toLowerCase(ROOT).contains(word.toLowerCase(ROOT));
      return TextCut.front(named || name.isEmpty() ? said : name + ": " + said, TITLE);
    }
    return TextCut.front(said.isEmpty() ? firstWords(text) : said, TITLE);
  }

  /** Its first line that is set as a heading and says something, else how its text begins. */
  private static String firstWords(Document text) {
    for (Element line : text.select("h1, h2, h3, h4, h5, h6, body > strong, body > b")) {
      if (says(line.text())) {
        return line.text().strip();
      }
    }
    Element first = text.selectFirst("p, li, dd, td, blockquote");
    Element line = first == null ? text.body() : first;
    Element strong = line.selectFirst("strong, b");
    if (strong != null && line.text().startsWith(strong.text()) && says(strong.text())) {
      return strong.text().strip();
    }
    List<String> sentences = Sentences.of(line.text());
    return sentences.isEmpty() ? line.text() : sentences.getFirst();
  }

  private static boolean says(String line) {
    return line.strip().split("\\s+").length >= WORDS;
  }

  /** A name that the heading, what it holds or what is around it bears; else its own words. */
  private static String place(DatedHead head, Element box) {
    for (Element e = head.element(); e != null; e = e.parent()) {
      if (!e.id().isBlank()) {
        return e.id();
      }
      if (e.equals(box)) {
        break;
      }
    }
    Element named = head.element().selectFirst("[id], a[name]");
    Element before = box.previousElementSibling();
    Element mark = named == null && before != null && before.text().isBlank() ? before : named;
    String name = mark == null ? "" : mark.id().isBlank() ? mark.attr("name") : mark.id();
    return name.isBlank() ? words(head.said()) : name;
  }

  /** As browsers find text in a page (URL fragment text directives). */
  private static String words(String text) {
    String encoded =
        URLEncoder.encode(TextCut.front(text.strip(), FOUND_BY), StandardCharsets.UTF_8);
    return ":~:text=" + encoded.replace("+", "%20").replace("-", "%2D");
  }
}
