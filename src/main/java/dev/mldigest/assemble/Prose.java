package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Destination;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.assemble.plain.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The prose of a digest: the paragraphs' words in document order, without headings, lists, tables,
 * the lines of source and date, and highlights.
 */
public final class Prose {
  private static final Pattern LABEL =
      Pattern.compile("^(?:For:|Highlight\\W*(?:A must-read for\\b)?)\\s*");

  private Prose() {}

  public static List<String> paragraphs(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    for (Node node = Dialect.document(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      if (node instanceof Paragraph && !(isByline(node) || isHighlight(node))) {
        paragraphs.add(Words.of(node).strip());
      }
    }
    return paragraphs;
  }

  /**
   * All blocks' text in document order: as {@link #paragraphs}, and lists, tables, quotations, code
   * and lesser headings as plain text has them.
   */
  public static List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    for (Node node = Dialect.document(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      boolean words = node instanceof Paragraph;
      boolean title = node instanceof Heading heading && heading.getLevel() <= 3;
      if (!title && !(words && (isByline(node) || isHighlight(node)))) {
        blocks.add((words ? Words.of(node) : PlainText.alone(node)).strip());
      }
    }
    return blocks;
  }

  /**
   * The words of each paragraph, item of a list, quotation and cell of a table, without code: what
   * somebody says, wherever it stands.
   */
  public static List<String> passages(String markdown) {
    List<String> passages = new ArrayList<>();
    Dialect.document(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Paragraph paragraph) {
                if (!isByline(paragraph) && !isHighlight(paragraph)) {
                  passages.add(spoken(paragraph).strip());
                }
              }

              @Override
              public void visit(CustomNode node) {
                if (node instanceof TableCell) {
                  passages.add(spoken(node).strip());
                } else {
                  visitChildren(node);
                }
              }
            });
    return passages;
  }

  /** The lines of code in it that stand as blocks. */
  public static List<String> code(String markdown) {
    List<String> code = new ArrayList<>();
    Dialect.document(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                code.add(block.getLiteral());
              }

              @Override
              public void visit(IndentedCodeBlock block) {
                code.add(block.getLiteral());
              }
            });
    return code;
  }

  /** A node's words without the code within them. */
  private static String spoken(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Code code -> words.append(' ');
        case Text text -> words.append(text.getLiteral());
        case SoftLineBreak soft -> words.append(' ');
        case HardLineBreak hard -> words.append(' ');
        default -> words.append(spoken(node));
      }
    }
    return words.toString();
  }

  /**
   * For whom an item is, as 'For:' says it, or 'Highlight: A must-read for' in digests of before;
   * empty where neither stands.
   */
  public static String highlight(String markdown) {
    for (Node node = Dialect.document(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      if (node instanceof Paragraph && isHighlight(node)) {
        return LABEL.matcher(Words.of(node).strip()).replaceFirst("").strip();
      }
    }
    return "";
  }

  /** The links in document order, each address once with its words. */
  public static Map<String, String> links(String markdown) {
    Map<String, String> links = new LinkedHashMap<>();
    Dialect.document(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.putIfAbsent(link.getDestination(), Words.of(link).strip());
              }
            });
    return links;
  }

  /**
   * Something that leads elsewhere.
   *
   * @param line of the text, from 0
   */
  public record Address(String address, int line) {}

  /** Each link in document order, also those to the same page. */
  public static List<Address> linkPlaces(String markdown) {
    List<Address> links = new ArrayList<>();
    Dialect.placed(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(new Address(link.getDestination(), PlacedText.lineOf(link)));
              }
            });
    return links;
  }

  /**
   * Of these such as lead to places of the site that an issue stands in, where it stands in one.
   */
  public static List<Address> linksWithinTheSite(String markdown) {
    return linkPlaces(markdown).stream()
        .filter(link -> Destination.isOfTheSite(link.address()))
        .toList();
  }

  /** The pictures that have no words for those who do not see them. */
  public static List<Address> imagesWithoutWords(String markdown) {
    List<Address> bare = new ArrayList<>();
    Dialect.placed(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Image image) {
                if (Words.of(image).isBlank()) {
                  bare.add(new Address(image.getDestination(), PlacedText.lineOf(image)));
                }
              }
            });
    return bare;
  }

  /** The links that nobody can see, since they have neither words nor a picture with words. */
  public static List<Address> linksWithoutWords(String markdown) {
    List<Address> bare = new ArrayList<>();
    Dialect.placed(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                if (Words.of(link).isBlank() && !(link.getFirstChild() instanceof Image)) {
                  bare.add(new Address(link.getDestination(), PlacedText.lineOf(link)));
                }
              }
            });
    return bare;
  }

  /** The definitions of link references in these texts, as they may stand below any of them. */
  public static String definitions(List<String> texts) {
    StringBuilder definitions = new StringBuilder();
    for (String text : texts) {
      Dialect.parse(text)
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(LinkReferenceDefinition node) {
                  definitions
                      .append('[')
                      .append(node.getLabel())
                      .append("]: <")
                      .append(node.getDestination())
                      .append(">\n");
                }
              });
    }
    return definitions.toString();
  }

  /** The words of one line of Markdown, for example of a heading's, without their markup. */
  public static String words(String line) {
    Node first = Dialect.document("# " + line.strip()).getFirstChild();
    return first == null ? "" : Words.of(first).strip();
  }

  /** Source and date as the digest writes them, or what the editor left of them: no sentence. */
  public static boolean isByline(Node paragraph) {
    Node first = paragraph.getFirstChild();
    if (!(first instanceof Emphasis) || first.getNext() != null) {
      return false;
    }
    String words = Words.of(first).strip();
    return words.contains(" · ") || !words.matches("(?s).*[.!?…。][\"'”’)]?");
  }

  public static boolean isHighlight(Node paragraph) {
    return paragraph.getFirstChild() instanceof StrongEmphasis strong
        && LABEL.matcher(Words.of(strong).strip()).matches();
  }
}
