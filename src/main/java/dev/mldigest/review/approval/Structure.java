package dev.mldigest.review.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * What CommonMark sees in one part of the digest, by places in its text: code, definitions of link
 * references, and what is still open at its end.
 */
final class Structure {
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(60)
          .build();

  private static final String PROBE = "probe";

  /** Places in code, each with the place behind it. */
  private final TreeMap<Integer, Integer> code = new TreeMap<>();

  private final List<Definition> definitions = new ArrayList<>();

  /**
   * A link reference definition (CommonMark 4.7).
   *
   * @param from where it stands, to the end of its last line
   */
  record Definition(String label, String destination, int from, int to) {}

  private Structure() {}

  static Structure of(String text) {
    Structure structure = new Structure();
    PARSER.parse(text).accept(structure.new Collector());
    return structure;
  }

  /** Behind the code in which that place is, or -1 if it is in none. */
  int behindCode(int at) {
    Map.Entry<Integer, Integer> before = code.floorEntry(at);
    return before != null && before.getValue() > at ? before.getValue() : -1;
  }

  List<Definition> definitions() {
    return definitions;
  }

  /** What would take the heading of the next part in, or null: fenced code or a piece of HTML. */
  static @org.jspecify.annotations.Nullable Node open(String text) {
    Node last = PARSER.parse(text + "\n\n### " + PROBE + "\n").getLastChild();
    boolean closed =
        last instanceof Heading heading
            && heading.getFirstChild() instanceof Text words
            && words.getLiteral().equals(PROBE);
    return closed ? null : last;
  }

  /** True if the text ends in a piece of HTML, which only a blank line ends (CommonMark 4.6). */
  static boolean endsInHtml(String text) {
    return PARSER.parse(text).getLastChild() instanceof HtmlBlock;
  }

  private final class Collector extends AbstractVisitor {
    @Override
    public void visit(Code node) {
      add(node);
    }

    @Override
    public void visit(FencedCodeBlock node) {
      add(node);
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      add(node);
    }

    @Override
    public void visit(HtmlBlock node) {
      // Comments in it are comments.
    }

    @Override
    public void visit(LinkReferenceDefinition node) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (!spans.isEmpty()) {
        SourceSpan last = spans.getLast();
        definitions.add(
            new Definition(
                node.getLabel(),
                node.getDestination(),
                spans.getFirst().getInputIndex(),
                last.getInputIndex() + last.getLength()));
      }
    }

    private void add(Node node) {
      for (SourceSpan span : node.getSourceSpans()) {
        code.put(span.getInputIndex(), span.getInputIndex() + span.getLength());
      }
    }
  }
}
