package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.assemble.markdown.Box;
import dev.mldigest.assemble.markdown.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * The text of an issue with its parts marked: the introduction, a section for each second-level
 * heading, an article for each item, each with a place that can be linked to.
 */
final class IssueText {
  private static final Parser PARSER = Dialect.parser(List.of(Formula.EXTENSION));

  private final Document document;
  private final String title;
  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Placed> items;
  private int item;

  private IssueText(ArchivedIssue issue) {
    Document whole = (Document) Dialect.document(issue.markdown(), PARSER);
    this.items =
        issue.items().size() == count(whole, 3) ? issue.items() : List.of(); // else by their titles
    this.document = new Document();
    this.title =
        whole.getFirstChild() instanceof Heading first && first.getLevel() == 1
            ? Words.of(first)
            : issue.newsletter() + " – " + issue.week();
    arrange(whole);
  }

  static IssueText of(ArchivedIssue issue) {
    return new IssueText(issue);
  }

  /** The headline's words. */
  String title() {
    return title;
  }

  /** Titles of the sections by their places in the page. */
  Map<String, String> sections() {
    return sections;
  }

  Document document() {
    return document;
  }

  private void arrange(Document whole) {
    Node section = new Wrap("div", Map.of("class", "intro"));
    Node place = section;
    document.appendChild(section);
    List<Node> notes = new ArrayList<>();
    for (Node node = whole.getFirstChild(), next; node != null; node = next) {
      next = node.getNext();
      String box = Box.label(node);
      if (node instanceof FootnoteDefinition || node instanceof LinkReferenceDefinition) {
        notes.add(node);
      } else if (node instanceof Heading heading && heading.getLevel() == 1) {
        if (heading.getPrevious() != null) {
          place.appendChild(heading);
        } // The first is the page's own headline.
      } else if (node instanceof Heading heading && heading.getLevel() == 2) {
        section = section(heading);
        place = section;
        document.appendChild(section);
      } else if (node instanceof Heading heading && heading.getLevel() == 3) {
        place = item(heading);
        section.appendChild(place);
      } else if (box != null && node instanceof BlockQuote) {
        place.appendChild(boxed(node, box));
      } else {
        place.appendChild(node);
      }
    }
    notes.forEach(document::appendChild);
  }

  private Wrap section(Heading heading) {
    String words = Words.of(heading);
    String fragment = free("section-" + PlaceName.of(words));
    sections.put(fragment, words);
    return named("section", "", fragment, heading);
  }

  private Wrap item(Heading heading) {
    String fragment =
        item < items.size() ? items.get(item).anchor() : "item-" + PlaceName.of(Words.of(heading));
    item++;
    return named("article", "item", free(fragment), heading);
  }

  private static Wrap named(String element, String styled, String fragment, Heading heading) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!styled.isEmpty()) {
      attributes.put("class", styled);
    }
    attributes.put("id", fragment);
    Wrap wrap = new Wrap(element, attributes);
    heading.appendChild(new Anchor(fragment, Words.of(heading)));
    wrap.appendChild(heading);
    return wrap;
  }

  /** What stands in the issue and is no pick of it. */
  private static Wrap boxed(Node quote, String label) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "box");
    attributes.put("role", "note");
    attributes.put("aria-label", label);
    Wrap box = new Wrap("div", attributes);
    for (Node child = quote.getFirstChild(), next; child != null; child = next) {
      next = child.getNext();
      box.appendChild(child);
    }
    return box;
  }

  private String free(String wanted) {
    String free = wanted;
    for (int again = 2; !taken.add(free); again++) {
      free = wanted + "-" + again;
    }
    return free;
  }

  private static int count(Document whole, int level) {
    int count = 0;
    for (Node node = whole.getFirstChild(); node != null; node = node.getNext()) {
      count += node instanceof Heading heading && heading.getLevel() == level ? 1 : 0;
    }
    return count;
  }
}
