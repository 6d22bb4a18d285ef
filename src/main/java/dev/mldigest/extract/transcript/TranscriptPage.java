package dev.mldigest.extract.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The lines of a transcript that is a page: the text of paragraphs, list items and names, each
 * piece of text once however the elements nest, in one pass.
 *
 * @param whole all text, also what stands in no such element
 */
record TranscriptPage(List<TranscriptPage.Line> lines, String whole) {
  private static final Set<String> LINES = Set.of("cite", "p", "li", "dd");
  private static final Set<String> UNSAID = Set.of("head", "time", "script", "style");

  /**
   * @param names whether it is the name of who speaks next
   */
  record Line(boolean names, String text) {}

  static TranscriptPage of(Document document) {
    Reader reader = new Reader();
    document.filter(reader);
    return new TranscriptPage(reader.lines, reader.whole.toString());
  }

  private static final class Reader implements NodeFilter {
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        whole.append(text.getWholeText());
        line.append(open.isEmpty() ? "" : text.getWholeText());
      } else if (node instanceof Element element) {
        if (UNSAID.contains(element.normalName())) {
          return FilterResult.SKIP_ENTIRELY;
        }
        parted(element);
        if (LINES.contains(element.normalName())) {
          end();
          open.push(element.normalName());
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (LINES.contains(element.normalName())) {
          end();
          open.pop();
        }
        parted(element);
      }
      return FilterResult.CONTINUE;
    }

    private void parted(Element element) {
      if (element.isBlock() || element.normalName().equals("br")) {
        whole.append('\n');
        line.append(' ');
      }
    }

    /** What was read so far belongs to the innermost element. */
    private void end() {
      if (!line.toString().isBlank()) {
        lines.add(new Line("cite".equals(open.peek()), line.toString()));
      }
      line.setLength(0);
    }
  }
}
