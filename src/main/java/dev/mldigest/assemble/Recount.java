package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Degraded;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Counts the items of a digest before and after it was rendered: each part read for itself against
 * the whole as a reader's program sees it. Letters and digits are compared, since forms differ in
 * everything else.
 */
public final class Recount {
  /** Letters that tell an item from the others: those of a sentence. */
  private static final int LEAD = 60;

  private static final String PROBE = "probe";

  private static final HtmlRenderer AS_IS =
      HtmlRenderer.builder().extensions(Dialect.EXTENSIONS).build();

  private final List<String> headings = new ArrayList<>();

  /** The same as forms show them that draw no formulas. */
  private final List<String> degraded = new ArrayList<>();

  private final List<Item> items = new ArrayList<>();
  private int count;

  /**
   * One part of the digest.
   *
   * @param place as a sentence names it
   * @param markdown what is published of it
   */
  public record Part(String place, boolean isItem, String markdown) {}

  /**
   * @param lead the begin of its words
   * @param degraded the same without formulas
   * @param plain the same as plain text has it, up to where a number may stand
   */
  private record Item(String place, String lead, String degraded, String plain) {}

  /** What one form shows: the headings of items, as letters, and all its letters. */
  private record Seen(List<String> headings, String letters) {}

  /**
   * @param parts all but the front matter, in order
   */
  public Recount(List<Part> parts) {
    String definitions = Prose.definitions(parts.stream().map(Part::markdown).toList());
    for (Part part : parts) {
      Node document = Dialect.shown(part.markdown + "\n\n" + definitions);
      headings.addAll(seen(document).headings);
      int own = headings(document);
      count += part.isItem ? Math.max(1, own) : own;
      String lead = lead(document);
      degraded.addAll(seen(Degraded.of(document)).headings);
      if (part.isItem) {
        items.add(new Item(part.place, lead, lead(document), plainLead(document)));
      }
    }
  }

  /**
   * An element that a part begins in raw HTML and does not end, so that a page would take what
   * follows into it.
   *
   * @param name empty where the page loses what follows
   * @param line of the text, from 0
   */
  public record Open(String name, int line) {}

  /** Those of a part, innermost first. */
  public static List<Open> open(String markdown) {
    String html = AS_IS.render(Dialect.parse(markdown)) + "<h3>" + PROBE + "</h3>";
    Element probe = Jsoup.parseBodyFragment(html).select("h3").last();
    if (probe == null || !probe.text().equals(PROBE)) {
      return List.of(new Open("", lastTag(markdown, "[A-Za-z!?]")));
    }
    // Elements that HTML does not know do nothing: 'List<String>' is one.
    return Stream.concat(probe.parents().stream(), probe.children().stream())
        .map(Element::normalName)
        .filter(name -> !name.equals("body") && !name.equals("html") && Tag.isKnownTag(name))
        .distinct()
        .map(name -> new Open(name, lastTag(markdown, name + "\\b")))
        .toList();
  }

  /** Of raw HTML that begins so: what was closed stands before what was not. */
  private static int lastTag(String markdown, String name) {
    Pattern begin = Pattern.compile("<" + name, Pattern.CASE_INSENSITIVE);
    int[] last = {0};
    Dialect.placed(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlInline inline) {
                seen(inline.getLiteral(), PlacedText.lineOf(inline));
              }

              @Override
              public void visit(HtmlBlock block) {
                seen(block.getLiteral(), PlacedText.lineOf(block));
              }

              private void seen(String literal, int line) {
                List<String> lines = literal.lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                  last[0] = begin.matcher(lines.get(i)).find() ? line + i : last[0];
                }
              }
            });
    return last[0];
  }

  /** Why the Markdown must not leave, or null. */
  public @Nullable String inMarkdown(String rendered) {
    return compared("md", seen(Dialect.document(rendered)), headings, Item::lead);
  }

  public @Nullable String inHtml(String rendered) {
    return compared("html", seen(Jsoup.parse(rendered)), degraded, Item::degraded);
  }

  /** Formulas stand whole in it. */
  public @Nullable String inPage(String form, String rendered) {
    return compared(form, seen(Jsoup.parse(rendered)), headings, Item::lead);
  }

  /**
   * @param shown what readers of all posts see
   */
  public @Nullable String inPosts(String form, String shown) {
    return compared(form, new Seen(degraded, Texts.letters(shown)), degraded, Item::plain);
  }

  /** Plain text tells headings by their words alone. */
  public @Nullable String inText(String rendered) {
    return compared("txt", new Seen(degraded, Texts.letters(rendered)), degraded, Item::plain);
  }

  /**
   * @param entry place of the issue's entry in the feed
   */
  public @Nullable String inAtom(String rendered, int entry) {
    List<Element> contents = Jsoup.parse(rendered, Parser.xmlParser()).select("entry > content");
    return compared(
        "atom",
        entry < contents.size()
            ? seen(Jsoup.parseBodyFragment(contents.get(entry).wholeText()))
            : new Seen(List.of(), ""),
        headings,
        Item::lead);
  }

  public @Nullable String inJson(String rendered) {
    try {
      int after =
          new IssueJson()
              .read(rendered).sections().stream().mapToInt(section -> section.items().size()).sum();
      return after == count ? null : differs("json", after, count);
    } catch (IOException e) {
      return "The json form cannot be read back: " + e.getMessage();
    }
  }

  private @Nullable String compared(
      String form, Seen seen, List<String> expected, Function<Item, String> begin) {
    if (seen.headings.size() != expected.size()) {
      return differs(form, seen.headings.size(), expected.size());
    }
    int from = 0;
    for (Item item : items) {
      String lead = begin.apply(item);
      int at = seen.letters.indexOf(lead, from);
      if (at < 0) {
        return "In the " + form + " form " + item.place + " is missing or not in its place.";
      }
      from = at + lead.length();
    }
    return expected.equals(seen.headings)
        ? null
        : "In the " + form + " form the items' headings are not those of digest.md.";
  }

  private static String differs(String form, int after, int before) {
    return "The "
        + form
        + " form would hold "
        + after
        + " items, and digest.md holds "
        + before
        + ": look for a heading '###' within code, a list or a comment.";
  }

  /** Headings of items; those within lists or quotations begin none. */
  private static int headings(Node document) {
    int headings = 0;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      headings += node instanceof Heading heading && heading.getLevel() == 3 ? 1 : 0;
    }
    return headings;
  }

  private static Seen seen(Node document) {
    Letters all = new Letters();
    document.accept(all);
    return new Seen(all.headings, Texts.letters(all.text.toString()));
  }

  /** Marks of footnotes are no words. */
  private static Seen seen(Document page) {
    page.select(".footnote-ref, .footnotes, sup").remove();
    return new Seen(
        page.select("h3").stream().map(h3 -> Texts.letters(h3.text())).toList(),
        Texts.letters(page.body().text()));
  }

  /** The begin of the item's first block: its title, where it has one. */
  private static String lead(Node document) {
    Node first = document.getFirstChild();
    if (first == null) {
      return "";
    }
    Letters letters = new Letters();
    first.accept(letters);
    return brief(Texts.letters(letters.text.toString()));
  }

  private static String plainLead(Node document) {
    Node first = document.getFirstChild();
    if (first == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    boolean numbered = unnumbered(first, words);
    return brief(Texts.letters(numbered ? words.toString() : Words.of(first)));
  }

  /** The words before the first number; true where there is one. */
  private static boolean unnumbered(Node parent, StringBuilder words) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteReference) {
        return true;
      }
      if (node instanceof Image) {
        return true;
      }
      if (node instanceof Link) {
        words.append(Words.of(node));
        return true;
      }
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append(code.getLiteral());
      } else if (unnumbered(node, words)) {
        return true;
      }
    }
    return false;
  }

  private static String brief(String letters) {
    return letters.substring(0, Math.min(LEAD, letters.length()));
  }

  /** The text that is shown: HTML as text, as all forms but Markdown show it; no images. */
  private static final class Letters extends AbstractVisitor {
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Heading heading) {
      int from = text.length();
      visitChildren(heading);
      if (heading.getLevel() == 3) {
        headings.add(Texts.letters(text.substring(from)));
      }
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(org.commonmark.node.FencedCodeBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(org.commonmark.node.IndentedCodeBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Image node) {
      // Not every form shows what stands for it.
    }
  }
}
