package dev.mldigest.extract;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a Markdown text holds besides its words: code, formulas, tables and items of lists. */
final class MarkdownFacts extends AbstractVisitor {
  /** A block of code with the name of its language, perhaps empty. */
  record CodeBlock(String language, String literal) {}

  /** An item of a list and how deep it stands. */
  record Item(int depth, boolean ordered, String text) {}

  /** A heading within the text. */
  record Title(int level, String text) {}

  final List<CodeBlock> code = new ArrayList<>();
  final List<String> formulas = new ArrayList<>();
  final List<List<List<String>>> tables = new ArrayList<>();
  final List<Item> items = new ArrayList<>();
  final List<Title> headings = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private MarkdownFacts() {}

  static MarkdownFacts of(Node document) {
    MarkdownFacts facts = new MarkdownFacts();
    document.accept(facts);
    return facts;
  }

  static boolean isFormula(String literal) {
    return literal.length() > 2 && literal.startsWith("$") && literal.endsWith("$");
  }

  static String tex(String literal) {
    return literal.substring(1, literal.length() - 1);
  }

  String text() {
    return text.toString();
  }

  @Override
  public void visit(FencedCodeBlock block) {
    if ("math".equals(block.getInfo())) {
      formulas.add(block.getLiteral().strip());
    } else {
      code.add(new CodeBlock(block.getInfo(), block.getLiteral()));
    }
    text.append(block.getLiteral()).append('\n');
  }

  @Override
  public void visit(Code span) {
    if (isFormula(span.getLiteral())) {
      formulas.add(tex(span.getLiteral()));
    }
    text.append(span.getLiteral());
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak line) {
    text.append('\n');
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    text.append('\n');
  }

  @Override
  public void visit(Heading heading) {
    int from = text.length();
    visitChildren(heading);
    headings.add(new Title(heading.getLevel(), text.substring(from)));
    text.append('\n');
  }

  @Override
  public void visit(ListItem item) {
    int depth = 0;
    for (Node above = item.getParent(); above != null; above = above.getParent()) {
      depth += above instanceof ListBlock ? 1 : 0;
    }
    boolean ordered = item.getParent() instanceof OrderedList;
    if (ordered) {
      int number = 1;
      for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
        number++;
      }
      text.append(number).append(". ");
    }
    int from = text.length();
    items.add(new Item(depth, ordered, ""));
    int place = items.size() - 1;
    visitChildren(item);
    String first = text.substring(from).lines().findFirst().orElse("");
    items.set(place, new Item(depth, ordered, first));
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      tables.add(new ArrayList<>());
    }
    visitChildren(block);
  }

  @Override
  public void visit(CustomNode node) {
    int from = text.length();
    if (node instanceof TableRow) {
      tables.getLast().add(new ArrayList<>());
    }
    visitChildren(node);
    if (node instanceof TableCell) {
      tables.getLast().getLast().add(text.substring(from));
      text.append('\n');
    }
  }
}
