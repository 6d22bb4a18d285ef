package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Degraded;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Counts the items of a digest before and after it was rendered: each part read for itself against
 * the whole as a reader's program sees it. Letters and digits are compared, since forms differ in
 * everything else.
 */
public final class Recount {
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

  /**
   * @param parts all but the front matter, in order
   */
  public Recount(List<Part> parts) {
    String definitions = Prose.definitions(parts.stream().map(Part::markdown).toList());
    for (Part part : parts) {
      Node document = Dialect.shown(part.markdown + "\n\n" + definitions);
      headings.addAll(Seen.of(document).headings());
      int own = Seen.items(document);
      count += part.isItem ? Math.max(1, own) : own;
      String lead = Seen.lead(document);
      degraded.addAll(Seen.of(Degraded.of(document)).headings());
      if (part.isItem) {
        items.add(new Item(part.place, lead, Seen.lead(document), Seen.plainLead(document)));
      }
    }
  }

  /** Why the Markdown must not leave, or null. */
  public @Nullable String inMarkdown(String rendered) {
    return compared("md", Seen.of(Dialect.document(rendered)), headings, Item::lead);
  }

  public @Nullable String inHtml(String rendered) {
    return compared("html", Seen.of(Jsoup.parse(rendered)), degraded, Item::degraded);
  }

  /** Formulas stand whole in it. */
  public @Nullable String inPage(String form, String rendered) {
    return compared(form, Seen.of(Jsoup.parse(rendered)), headings, Item::lead);
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
            ? Seen.of(Jsoup.parseBodyFragment(contents.get(entry).wholeText()))
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
    if (seen.headings().size() != expected.size()) {
      return differs(form, seen.headings().size(), expected.size());
    }
    int from = 0;
    for (Item item : items) {
      String lead = begin.apply(item);
      int at = seen.letters().indexOf(lead, from);
      if (at < 0) {
        return "In the " + form + " form " + item.place + " is missing or not in its place.";
      }
      from = at + lead.length();
    }
    return expected.equals(seen.headings())
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
}
