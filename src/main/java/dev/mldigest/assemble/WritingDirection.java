package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Box;
import dev.mldigest.assemble.markdown.Words;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * States which way a block's words run where that is not the way of what it stands in: by its first
 * letter (Unicode Standard Annex 9, P2 and P3), and in words that every mail program knows, not as
 * {@code auto}. Code runs from the left.
 */
public final class WritingDirection implements AttributeProvider {
  private final String page;

  /**
   * @param page {@link Direction#LEFT_TO_RIGHT}, {@link Direction#RIGHT_TO_LEFT}, or empty where
   *     what the HTML will stand in is not known: then no direction is stated while all run from
   *     the left
   */
  public WritingDirection(String page) {
    this.page = page;
  }

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (states(node)) {
      String own = own(node, tag);
      if (!own.isEmpty() && !own.equals(around(node))) {
        attributes.put("dir", own);
      }
    }
  }

  /** Which way the words of a block run; empty where nothing tells. */
  public String of(Node node) {
    String own = states(node) ? own(node, "") : "";
    return own.isEmpty() ? around(node) : own;
  }

  /** True for what becomes an element of its own in every form. */
  private static boolean states(Node node) {
    return switch (node) {
      case BlockQuote quote -> Box.label(quote) == null;
      case Paragraph p -> true;
      case Heading heading -> true;
      case ListBlock list -> true;
      case ListItem item -> true;
      case FencedCodeBlock code -> true;
      case IndentedCodeBlock code -> true;
      case TableBlock table -> true;
      case TableCell cell -> true;
      default -> false;
    };
  }

  private static String own(Node node, String tag) {
    return tag.equals("pre") ? Direction.LEFT_TO_RIGHT : Direction.ofFirstLetter(Words.of(node));
  }

  private String around(Node node) {
    Node parent = node.getParent();
    if (parent != null && !(parent instanceof Document)) {
      return of(parent);
    }
    boolean mixed =
        page.isEmpty() && parent != null && Direction.runsFromTheRight(Words.of(parent));
    return page.isEmpty() && !mixed ? Direction.LEFT_TO_RIGHT : page;
  }
}
