package dev.mldigest.extract;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Sets a Markdown text as the HTML of a site. Code spans in dollars are formulas; fenced blocks of
 * the language {@code math} are formulas on a line of their own.
 */
final class PageWriter {
  private final StringBuilder html = new StringBuilder();
  private final CodeMarkup code;
  private final MathMarkup math;

  private PageWriter(CodeMarkup code, MathMarkup math) {
    this.code = code;
    this.math = math;
  }

  static String write(Node document, CodeMarkup code, MathMarkup math) {
    PageWriter writer = new PageWriter(code, math);
    writer.children(document);
    return writer.html.toString();
  }

  private void children(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      write(child);
    }
  }

  private void write(Node node) {
    switch (node) {
      case Document document -> children(document);
      case Paragraph paragraph -> paragraph(paragraph);
      case Heading heading -> element(heading, "h" + heading.getLevel());
      case BulletList list -> element(list, "ul");
      case OrderedList list -> element(list, "ol");
      case ListItem item -> element(item, "li");
      case BlockQuote quote -> element(quote, "blockquote");
      case Emphasis emphasis -> element(emphasis, "em");
      case StrongEmphasis strong -> element(strong, "strong");
      case Link link -> {
        html.append("<a href=\"").append(link.getDestination()).append("\">");
        children(link);
        html.append("</a>");
      }
      case Code span -> span(span.getLiteral());
      case FencedCodeBlock block -> block(block);
      case TableBlock table -> element(table, "table");
      case TableHead head -> element(head, "thead");
      case TableBody body -> element(body, "tbody");
      case TableRow row -> element(row, "tr");
      case TableCell cell -> element(cell, cell.isHeader() ? "th" : "td");
      case Text text -> html.append(Escaping.escapeHtml(text.getLiteral()));
      case SoftLineBreak line -> html.append('\n');
      default -> throw new IllegalStateException("No markup for " + node);
    }
  }

  private void element(Node node, String tag) {
    html.append('<').append(tag).append('>');
    children(node);
    html.append("</").append(tag).append(">\n");
  }

  /** Sites set the paragraphs of a tight list without an element of their own. */
  private void paragraph(Paragraph paragraph) {
    if (paragraph.getParent() instanceof ListItem) {
      children(paragraph);
    } else {
      element(paragraph, "p");
    }
  }

  private void span(String literal) {
    if (MarkdownFacts.isFormula(literal)) {
      html.append(math.inline(MarkdownFacts.tex(literal)));
    } else {
      html.append("<code>").append(Escaping.escapeHtml(literal)).append("</code>");
    }
  }

  private void block(FencedCodeBlock block) {
    boolean formula = "math".equals(block.getInfo());
    html.append(
        formula
            ? math.display(block.getLiteral().strip())
            : code.html(block.getLiteral(), block.getInfo()));
    html.append('\n');
  }
}
