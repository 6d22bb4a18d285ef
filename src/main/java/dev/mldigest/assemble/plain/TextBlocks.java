package dev.mldigest.assemble.plain;

import dev.mldigest.assemble.markdown.Box;
import dev.mldigest.text.Columns;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** The blocks of a document as lines of text. */
final class TextBlocks {
  private final References references = new References();
  private final TextWords words;
  private final Node document;

  /** Blocks on their own: each address stands behind its words. */
  TextBlocks() {
    this.words = TextWords.beside();
    this.document = new org.commonmark.node.Document();
  }

  /** A whole document with numbered references. */
  TextBlocks(Node document) {
    this.words = TextWords.numbered(references, document);
    this.document = document;
  }

  /** The document; what an item refers to stands at its end. */
  List<String> all() {
    List<String> lines = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteDefinition) {
        continue;
      }
      boolean title = node instanceof Heading heading && heading.getLevel() <= 3;
      if (title || Box.label(node) != null) {
        add(references.flush(PlainText.WIDTH), lines);
      }
      if (title && !lines.isEmpty() && !(node.getPrevious() instanceof Heading)) {
        lines.add(""); // two blank lines part items, one their paragraphs
      }
      add(block(node, PlainText.WIDTH), lines);
      if (Box.label(node) != null) {
        add(references.flush(PlainText.WIDTH), lines);
      }
    }
    add(references.flush(PlainText.WIDTH), lines);
    return lines;
  }

  private static void add(List<String> block, List<String> lines) {
    if (!block.isEmpty()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(block);
    }
  }

  private List<String> blocks(Node parent, int width) {
    List<String> lines = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!Box.isLabel(node)) {
        add(block(node, width), lines);
      }
    }
    return lines;
  }

  List<String> block(Node node, int width) {
    return switch (node) {
      case Heading heading -> heading(heading, width);
      case ListBlock list -> list(list, width);
      case BlockQuote quote -> quote(quote, width);
      case FencedCodeBlock code -> prefixed(code.getLiteral().lines().toList(), "    ", "    ");
      case IndentedCodeBlock code -> prefixed(code.getLiteral().lines().toList(), "    ", "    ");
      case HtmlBlock html -> html.getLiteral().lines().toList();
      case ThematicBreak rule -> List.of("* * *");
      case TableBlock table -> new TextTable(table, words).lines(width);
      case FootnoteDefinition footnote -> List.of();
      default -> wrapped(words.of(node), width);
    };
  }

  private List<String> quote(BlockQuote quote, int width) {
    String label = Box.label(quote);
    return label == null
        ? prefixed(blocks(quote, width - 2), "> ", "> ")
        : box(label, quote, width);
  }

  private List<String> heading(Heading heading, int width) {
    List<String> lines = new ArrayList<>(wrapped(words.of(heading), width));
    if (heading.getLevel() <= 2 && !lines.isEmpty()) {
      int longest = lines.stream().mapToInt(Columns::of).max().orElse(0);
      lines.add((heading.getLevel() == 1 ? "=" : "-").repeat(longest));
    }
    return lines;
  }

  /** Between two rules, the first of which carries the label. */
  private List<String> box(String label, BlockQuote quote, int width) {
    List<String> lines = new ArrayList<>();
    String begin = "--- " + Columns.wrapped(label, width - 8).getFirst() + " ";
    lines.add(begin + "-".repeat(Math.max(3, width - Columns.of(begin))));
    add(blocks(quote, width), lines);
    lines.add("");
    lines.add("-".repeat(width));
    return lines;
  }

  private List<String> list(ListBlock list, int width) {
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

  private static List<String> prefixed(List<String> lines, String first, String rest) {
    List<String> prefixed = new ArrayList<>();
    for (String line : lines) {
      prefixed.add(((prefixed.isEmpty() ? first : rest) + line).stripTrailing());
    }
    return prefixed;
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.addAll(Columns.wrapped(line, width)));
    return lines;
  }
}
