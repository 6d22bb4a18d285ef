package dev.mldigest.assemble;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * The issue as plain text for the text part of a mail: wrapped at {@value #WIDTH} characters, links
 * as {@code title <address>}, addresses never broken. Takes Markdown whose anchors are gone.
 */
public final class PlainText {
  /** RFC 5322, 2.1.1 asks for lines of 78 characters and less; two are left for a reply's "> ". */
  private static final int WIDTH = 76;

  public String render(String markdown) {
    List<String> lines = blocks(Dialect.document(markdown), WIDTH);
    return String.join("\n", lines).strip() + "\n";
  }

  /** One block as it stands in the text. */
  static String alone(Node block) {
    return String.join("\n", block(block, WIDTH));
  }

  /** A node's words without markup and without addresses. */
  static String words(Node parent) {
    StringBuilder words = new StringBuilder();
    inline(parent, words, false);
    return words.toString();
  }

  private static List<String> blocks(Node parent, int width) {
    List<String> lines = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block(node, width));
    }
    return lines;
  }

  private static List<String> block(Node node, int width) {
    return switch (node) {
      case Heading heading -> heading(heading, width);
      case ListBlock list -> list(list, width);
      case BlockQuote quote -> prefixed(blocks(quote, width - 2), "> ", "> ");
      case FencedCodeBlock code -> prefixed(code.getLiteral().lines().toList(), "    ", "    ");
      case IndentedCodeBlock code -> prefixed(code.getLiteral().lines().toList(), "    ", "    ");
      case HtmlBlock html -> html.getLiteral().lines().toList();
      case ThematicBreak rule -> List.of("* * *");
      case TableBlock table -> rows(table);
      default -> wrapped(linked(node), width);
    };
  }

  private static List<String> heading(Heading heading, int width) {
    List<String> lines = new ArrayList<>(wrapped(words(heading), width));
    if (heading.getLevel() <= 2 && !lines.isEmpty()) {
      int longest = lines.stream().mapToInt(String::length).max().orElse(0);
      lines.add((heading.getLevel() == 1 ? "=" : "-").repeat(longest));
    }
    if (heading.getFirstChild() instanceof Link link && link.getNext() == null) {
      lines.add("<" + link.getDestination() + ">");
    }
    return lines;
  }

  private static List<String> list(ListBlock list, int width) {
    List<String> lines = new ArrayList<>();
    Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    int number = start == null ? 1 : start;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = list instanceof BulletList ? "- " : number++ + ". ";
      if (!list.isTight() && !lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(
          prefixed(blocks(item, width - marker.length()), marker, " ".repeat(marker.length())));
    }
    return lines;
  }

  private static List<String> rows(Node table) {
    List<String> lines = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          List<String> cells = new ArrayList<>();
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(linked(cell));
          }
          lines.add(String.join(" | ", cells));
        }
      }
    }
    return lines;
  }

  private static List<String> prefixed(List<String> lines, String first, String rest) {
    List<String> prefixed = new ArrayList<>();
    for (String line : lines) {
      prefixed.add(((prefixed.isEmpty() ? first : rest) + line).stripTrailing());
    }
    return prefixed;
  }

  private static String linked(Node parent) {
    StringBuilder text = new StringBuilder();
    inline(parent, text, true);
    return text.toString();
  }

  private static void inline(Node parent, StringBuilder out, boolean addresses) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> out.append(text.getLiteral());
        case Code code -> out.append(code.getLiteral());
        case HtmlInline html -> out.append(html.getLiteral());
        case SoftLineBreak soft -> out.append(' ');
        case HardLineBreak hard -> out.append('\n');
        case Link link -> address(link, link.getDestination(), out, addresses);
        case Image image -> address(image, image.getDestination(), out, addresses);
        default -> inline(node, out, addresses);
      }
    }
  }

  private static void address(Node node, String destination, StringBuilder out, boolean addresses) {
    String words = words(node);
    out.append(words);
    if (addresses && !words.equals(destination) && !destination.equals("mailto:" + words)) {
      out.append(words.isEmpty() ? "<" : " <").append(destination).append('>');
    }
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n")) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split(" +")) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
