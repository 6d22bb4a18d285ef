package dev.mldigest.assemble.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a Markdown text does more than show words and link to pages: HTML, links of other
 * kinds, and what dialects older than CommonMark take for either.
 */
final class LiveMarkup extends AbstractVisitor {
  /** Bare addresses are left out: they lead to pages only, and their places are not told. */
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(Dialect.MAX_NESTING)
          .build();

  /**
   * A tag's begin, also of one that never ends, or that stands behind a backslash: Markdown.pl and
   * Python-Markdown escape no '&lt;' by it.
   */
  private static final Pattern TAG = Pattern.compile("(\\\\*)<(?=[A-Za-z/!?])");

  /**
   * Python-Markdown takes white space within an address, which is none to CommonMark. Only what a
   * browser runs: "data:" begins many a sentence, and an address where a kind of content follows.
   */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?i)(?<!\\\\)\\](?=(?:\\(|:)[\\s<]{0,9}(?:(?:java|vb|live)script\\s{0,9}(?:\\\\?:|&)"
              + "|data\\s{0,9}:[\\w/+.-]{0,80}[;,]))");

  /** What begins a block where it stands first on a line. */
  private static final Pattern BEGINS =
      Pattern.compile("\\A(?:\\d{1,9}(?=[.)])|(?=[#>+=|:~-]|\\*\\s))");

  /** Some readers link whatever has the form of an address (a script may follow its comment). */
  private static final Pattern BARE = Pattern.compile("(?i)script:/(?=/)");

  private final String text;
  private final List<Stretch> found = new ArrayList<>();

  /** Places in code and in addresses, each with the place behind it. */
  private final TreeMap<Integer, Integer> closed = new TreeMap<>();

  /**
   * Some of the text that acts.
   *
   * @param instead what stands there in its place; null: the same, as code
   * @param before what parts it from the line above, or empty
   * @param after what parts it from the line below, or empty
   */
  record Stretch(int from, int to, @Nullable String instead, String before, String after) {}

  private LiveMarkup(String text) {
    this.text = text;
  }

  /** In the text's order; of two that overlap the outer first. */
  static List<Stretch> in(String text) {
    LiveMarkup markup = new LiveMarkup(text);
    PARSER.parse(text).accept(markup);
    markup.older();
    markup.found.sort(Comparator.comparingInt(Stretch::from).thenComparingInt(one -> -one.to()));
    return markup.found;
  }

  @Override
  public void visit(HtmlInline html) {
    String instead = Dialect.isComment(html.getLiteral()) ? "" : null;
    html.getSourceSpans().forEach(span -> add(span, instead, "", ""));
  }

  /** Line by line, and a paragraph of its own. */
  @Override
  public void visit(HtmlBlock html) {
    String instead = Dialect.isComment(html.getLiteral()) ? "" : null;
    List<SourceSpan> lines = html.getSourceSpans();
    for (int i = 0; i < lines.size(); i++) {
      SourceSpan line = lines.get(i);
      String next = "\n" + prefix(line);
      add(
          line,
          instead,
          i == 0 && follows(line, html.getPrevious()) ? next : "",
          i == lines.size() - 1 && precedes(line, html.getNext()) ? next.stripTrailing() : "");
    }
  }

  /** A reader that knows no better would take the stars of a merge tag away. */
  @Override
  public void visit(Emphasis emphasis) {
    List<SourceSpan> spans = emphasis.getSourceSpans();
    if (MergeTags.isOne(emphasis) && !spans.isEmpty()) {
      int from = spans.getFirst().getInputIndex();
      int last = end(spans.getLast()) - 1;
      found.add(new Stretch(from, from + 1, "\\*", "", ""));
      found.add(new Stretch(last, last + 1, "\\*", "", ""));
    }
    visitChildren(emphasis);
  }

  @Override
  public void visit(Link link) {
    address(link, Destination.isLive(link.getDestination()));
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    address(image, Destination.isPicture(image.getDestination()));
    visitChildren(image);
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    boolean leads = Destination.isLive(definition.getDestination());
    for (SourceSpan span : definition.getSourceSpans()) {
      if (leads) {
        users(span.getInputIndex(), end(span));
        close(span.getInputIndex(), end(span));
      } else {
        add(span, "", "", "");
      }
    }
  }

  @Override
  public void visit(Code code) {
    code.getSourceSpans().forEach(span -> close(span.getInputIndex(), end(span)));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code.getSourceSpans().forEach(span -> close(span.getInputIndex(), end(span)));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code.getSourceSpans().forEach(span -> close(span.getInputIndex(), end(span)));
  }

  /** Where the address is none to be led to, the words alone stay. */
  private void address(Node node, boolean leads) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return;
    }
    int from = spans.getFirst().getInputIndex();
    int to = end(spans.getLast());
    int words = to;
    int behind = from;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      for (SourceSpan span : child.getSourceSpans()) {
        words = Math.min(words, span.getInputIndex());
        behind = Math.max(behind, end(span));
      }
    }
    if (!leads) {
      String left = text.substring(Math.min(words, behind), behind);
      found.add(new Stretch(from, to, BEGINS.matcher(left).replaceFirst("$0\\\\"), "", ""));
    } else {
      boolean bare = text.charAt(from) == '<';
      users(bare ? from : behind, to);
      close(bare ? from : behind, to);
    }
  }

  /** An address leaves without the name of a user. */
  private void users(int from, int to) {
    Matcher user = Destination.users(text).region(from, to);
    if (user.find()) {
      found.add(new Stretch(user.start(), user.end(), user.group(1), "", ""));
    }
  }

  /** What other dialects act on though this one does not. */
  private void older() {
    for (Matcher tag = TAG.matcher(text); tag.find(); ) {
      int at = tag.end() - 1;
      if (!isClosed(at)) {
        int escape = tag.group(1).length() % 2;
        found.add(new Stretch(at - escape, at + 1, "&lt;", "", ""));
      }
    }
    for (Matcher script = SCRIPT.matcher(text); script.find(); ) {
      if (!isClosed(script.start()) && !isFootnote(script.start())) {
        found.add(new Stretch(script.start(), script.end(), "\\]", "", ""));
      }
    }
    for (Matcher bare = BARE.matcher(text); bare.find(); ) {
      if (!isClosed(bare.start())) {
        found.add(new Stretch(bare.end(), bare.end(), " ", "", ""));
      }
    }
  }

  /** True for the bracket that closes a footnote's mark. */
  private boolean isFootnote(int at) {
    int open = text.lastIndexOf('[', at);
    return open >= 0 && text.startsWith("[^", open);
  }

  private void add(SourceSpan span, @Nullable String instead, String before, String after) {
    found.add(new Stretch(span.getInputIndex(), end(span), instead, before, after));
    close(span.getInputIndex(), end(span));
  }

  private void close(int from, int to) {
    if (to > from) {
      closed.merge(from, to, Math::max);
    }
  }

  private boolean isClosed(int at) {
    Map.Entry<Integer, Integer> before = closed.floorEntry(at);
    return before != null && before.getValue() > at;
  }

  private static int end(SourceSpan span) {
    return span.getInputIndex() + span.getLength();
  }

  /** What stands before a line of the same quotation or list. */
  private String prefix(SourceSpan line) {
    int start = line.getInputIndex() - line.getColumnIndex();
    return text.substring(start, line.getInputIndex()).replaceAll("[^\\s>]", " ");
  }

  private static boolean follows(SourceSpan line, @Nullable Node above) {
    return above != null
        && !above.getSourceSpans().isEmpty()
        && above.getSourceSpans().getLast().getLineIndex() == line.getLineIndex() - 1;
  }

  private static boolean precedes(SourceSpan line, @Nullable Node below) {
    return below != null
        && !below.getSourceSpans().isEmpty()
        && below.getSourceSpans().getFirst().getLineIndex() == line.getLineIndex() + 1;
  }
}
