package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.text.Texts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * The words that readers see of a Markdown text, HTML as it is typed, each with the line it stands
 * on: so that words are found also where links, marks, cells or the end of a line stand between.
 */
public final class PlacedText {
  /** Letters that tell a sentence from others: those of some three words. */
  private static final int TELLING = 12;

  /** As plain text has it behind the words that link to it. */
  private static final Pattern ADDRESS = Pattern.compile("<[A-Za-z][A-Za-z0-9+.-]*:[^>\\s]*>");

  private final StringBuilder text = new StringBuilder();
  private final BitSet code = new BitSet();
  private int[] lines = new int[64];

  /** Letters and digits alone, and where in the text each stands. */
  private String letters = "";

  private int[] places = {};
  private int body;

  private PlacedText() {}

  /** Of a text without front matter. */
  public static PlacedText of(String markdown) {
    return of(Dialect.placed(markdown));
  }

  /** Of a node that was read with its places. */
  static PlacedText of(Node node) {
    PlacedText placed = new PlacedText();
    Reader reader = placed.new Reader();
    reader.at(node);
    node.accept(reader);
    placed.index();
    return placed;
  }

  /** From 0, of a node that was read with its places; of what is around it where it has none. */
  static int lineOf(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.getSourceSpans().isEmpty()) {
        return one.getSourceSpans().getFirst().getLineIndex();
      }
    }
    return 0;
  }

  /** Where what stands below the item's heading begins; 0 where there is none. */
  public int body() {
    return body;
  }

  public int length() {
    return text.length();
  }

  /** Its words without the code within them. */
  String prose() {
    StringBuilder prose = new StringBuilder(text);
    code.stream().forEach(at -> prose.setCharAt(at, ' '));
    return prose.toString();
  }

  /** From 0, of a place in the words. */
  public int line(int at) {
    return text.isEmpty() ? 0 : lines[Math.clamp(at, 0, text.length() - 1)];
  }

  /**
   * Where these words begin: to the sign, else by their letters, else by as many of those at their
   * begin or their end as tell them from others.
   *
   * @param from before which they are looked for only where they stand nowhere behind
   * @return -1 where they stand nowhere
   */
  public int find(String words, int from) {
    int at = words.isBlank() ? -1 : either(text.toString(), words.strip(), from);
    if (at >= 0) {
      return at;
    }
    String sought = Texts.letters(ADDRESS.matcher(words).replaceAll(" "));
    int first = place(from);
    int found = sought.isEmpty() ? -1 : either(letters, sought, first);
    for (int n = sought.length() - 1; found < 0 && n >= TELLING; n--) {
      found = either(letters, sought.substring(0, n), first);
    }
    for (int n = 1; found < 0 && sought.length() - n >= TELLING; n++) {
      found = either(letters, sought.substring(n), first);
    }
    return found < 0 ? -1 : places[found];
  }

  /** The place behind as many letters, from one place on, as these words have. */
  public int behind(int from, String words) {
    int letter = place(from) + Texts.letters(words).length();
    return letter < places.length ? places[letter] : text.length();
  }

  private static int either(String all, String sought, int from) {
    int at = all.indexOf(sought, from);
    return at >= 0 ? at : all.indexOf(sought);
  }

  /** How many letters stand before a place in the words. */
  private int place(int at) {
    int found = Arrays.binarySearch(places, at);
    return found >= 0 ? found : -found - 1;
  }

  private void index() {
    StringBuilder all = new StringBuilder();
    int[] at = new int[text.length() * 2];
    for (int i = 0; i < text.length(); ) {
      int next = i + Character.charCount(text.codePointAt(i));
      String letter = Texts.letters(text.substring(i, next));
      for (int n = 0; n < letter.length() && all.length() < at.length; n++) {
        at[all.length()] = i;
        all.append(letter.charAt(n));
      }
      i = next;
    }
    letters = all.toString();
    places = Arrays.copyOf(at, all.length());
  }

  private void add(String words, int line, boolean isCode) {
    int from = text.length();
    text.append(words);
    if (text.length() > lines.length) {
      lines = Arrays.copyOf(lines, text.length() * 2);
    }
    Arrays.fill(lines, from, text.length(), line);
    code.set(from, text.length(), isCode);
  }

  private final class Reader extends AbstractVisitor {
    private int line;

    /** Some nodes have no place of their own: they stand where those around them do. */
    void at(Node node) {
      if (!node.getSourceSpans().isEmpty()) {
        line = lineOf(node);
      }
    }

    private void words(Node node, String words, boolean isCode) {
      at(node);
      add(words, line, isCode);
    }

    private void lines(Node block, String literal, int skipped, boolean isCode) {
      List<SourceSpan> spans = block.getSourceSpans();
      List<String> all = literal.lines().toList();
      for (int i = 0; i < all.size(); i++) {
        if (i + skipped < spans.size()) {
          line = spans.get(i + skipped).getLineIndex();
        }
        add(all.get(i) + "\n", line, isCode);
      }
    }

    private void ended(Block block) {
      at(block);
      visitChildren(block);
      add("\n", line, false);
    }

    @Override
    public void visit(Paragraph paragraph) {
      ended(paragraph);
    }

    @Override
    public void visit(Heading heading) {
      ended(heading);
      if (body == 0 && heading.getLevel() <= 3) {
        body = text.length();
      }
    }

    @Override
    public void visit(CustomNode node) {
      at(node);
      visitChildren(node);
      if (node instanceof TableCell) {
        add("\n", line, false);
      }
    }

    @Override
    public void visit(Text node) {
      words(node, node.getLiteral(), false);
    }

    @Override
    public void visit(Code node) {
      words(node, node.getLiteral(), true);
    }

    @Override
    public void visit(HtmlInline node) {
      words(node, node.getLiteral(), false);
    }

    @Override
    public void visit(HtmlBlock node) {
      lines(node, node.getLiteral(), 0, false);
    }

    @Override
    public void visit(FencedCodeBlock node) {
      lines(node, node.getLiteral(), 1, true);
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      lines(node, node.getLiteral(), 0, true);
    }

    @Override
    public void visit(SoftLineBreak node) {
      add(" ", line++, false);
    }

    @Override
    public void visit(HardLineBreak node) {
      add(" ", line++, false);
    }
  }
}
