package dev.mldigest.fetch.archive;

import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.date.FeedDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A newsletter as Markdown: where its links lead, and what they were called.
 *
 * @param date as its front matter says, or null
 * @param links one a page, in order
 * @param whole false where a line was so long that links across the pieces it was read in are lost
 */
record PastNewsletter(@Nullable Instant date, List<PastNewsletter.Titled> links, boolean whole) {
  /** Fewer words name no story ("Read more", "Paper"): the heading above does. */
  private static final int TELLING_WORDS = 4;

  /** Twenty times the links of a long newsletter: bounds what a file may cost. */
  private static final int MOST_LINKS = 2_000;

  /** The parser recurses into blocks, and nobody quotes a hundred deep. */
  private static final int MOST_BLOCKS = 100;

  /** Characters; headlines have under 200. More is a paragraph that is linked as a whole. */
  private static final int LONGEST_TITLE = 300;

  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\r?\\n([\\s\\S]{0,20000}?)\\r?\\n---[ \\t]*(?:\\r?\\n|\\z)");
  private static final Pattern DATE =
      Pattern.compile("(?mi)^date[ \\t]*:[ \\t]*[\"']?([^\"'#\\r\\n]{4,60})");
  private static final Pattern DAY =
      Pattern.compile("(?<![0-9])(20[0-9]{2})(-?)([0-9]{2})\\2([0-9]{2})(?![0-9])");
  private static final Pattern WEEK =
      Pattern.compile("(?<![0-9])(20[0-9]{2})-?[Ww]([0-9]{2})(?![0-9])");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create()))
          .maxOpenBlockParsers(MOST_BLOCKS)
          .build();

  /** A link with its title. */
  record Titled(String url, String title) {}

  static PastNewsletter of(String markdown) {
    Matcher front = FRONT_MATTER.matcher(markdown);
    boolean has = front.find();
    Matcher date = DATE.matcher(has ? front.group(1) : "");
    Instant dated = date.find() ? FeedDates.read(date.group(1).strip()) : null;
    MarkdownPieces pieces = MarkdownPieces.of(has ? markdown.substring(front.end()) : markdown);
    return new PastNewsletter(dated, links(pieces.markdown()), pieces.whole());
  }

  /** The day, or the Monday of the ISO week, that a file's name holds; null if there is none. */
  static @Nullable Instant dateIn(String name) {
    Matcher day = DAY.matcher(name);
    Matcher week = WEEK.matcher(name);
    try {
      LocalDate date =
          day.find()
              ? LocalDate.parse(day.group(1) + "-" + day.group(3) + "-" + day.group(4))
              : week.find()
                  ? LocalDate.parse(
                      week.group(1) + "-W" + week.group(2) + "-1", DateTimeFormatter.ISO_WEEK_DATE)
                  : null;
      return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static List<Titled> links(String markdown) {
    Map<String, String> titles = new LinkedHashMap<>();
    String heading = "";
    // Not by recursion: nesting is the file's choice.
    for (Node node = PARSER.parse(markdown); node != null; node = next(node)) {
      if (node instanceof Heading) {
        heading = text(node);
      } else if (node instanceof Link link) {
        keep(titles, link.getDestination(), text(link), heading);
      } else if (node instanceof HtmlBlock block) {
        html(titles, block.getLiteral(), heading);
      } else if (node instanceof HtmlInline inline && opensLink(inline)) {
        html(titles, inline.getLiteral() + textAfter(inline), heading);
      }
    }
    List<Titled> links = new ArrayList<>();
    titles.forEach((url, title) -> links.add(new Titled(url, title)));
    return links;
  }

  private static @Nullable Node next(Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != null && at.getNext() == null) {
      at = at.getParent();
    }
    return at == null ? null : at.getNext();
  }

  private static boolean opensLink(HtmlInline inline) {
    return inline.getLiteral().toLowerCase(Locale.ROOT).startsWith("<a ");
  }

  private static String textAfter(HtmlInline opening) {
    StringBuilder text = new StringBuilder();
    for (Node at = opening.getNext();
        at != null && !(at instanceof HtmlInline) && text.length() < LONGEST_TITLE;
        at = at.getNext()) {
      text.append(at instanceof Text words ? words.getLiteral() : text(at));
    }
    return text.toString();
  }

  private static void html(Map<String, String> titles, String html, String heading) {
    var page = Jsoup.parse(html, "", org.jsoup.parser.Parser.htmlParser().setMaxDepth(MOST_BLOCKS));
    for (Element link : page.select("a[href]")) {
      keep(titles, link.attr("href"), link.text(), heading);
    }
  }

  private static void keep(
      Map<String, String> titles, @Nullable String href, String words, String heading) {
    String url = Links.resolve(href, null);
    if (url == null || !Links.web(url) || titles.size() >= MOST_LINKS) {
      return;
    }
    String own = cut(words);
    String title = TextLength.words(own) < TELLING_WORDS && !heading.isEmpty() ? heading : own;
    titles.merge(url, title, (a, b) -> a.length() >= b.length() ? a : b);
  }

  private static String text(Node parent) {
    StringBuilder text = new StringBuilder();
    Node node = parent.getFirstChild();
    while (node != null && text.length() < LONGEST_TITLE) {
      if (node instanceof Text words) {
        text.append(words.getLiteral());
      } else if (node instanceof Code code) {
        text.append(code.getLiteral());
      } else if (node.getFirstChild() == null) {
        text.append(' ');
      }
      node = within(parent, node);
    }
    return cut(text.toString());
  }

  private static @Nullable Node within(Node parent, Node node) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != null && !at.equals(parent) && at.getNext() == null) {
      at = at.getParent();
    }
    return at == null || at.equals(parent) ? null : at.getNext();
  }

  private static String cut(String text) {
    String folded = TitleText.folded(text);
    return folded.substring(0, Math.min(folded.length(), LONGEST_TITLE));
  }
}
