package dev.mldigest.extract;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.Tags;
import dev.mldigest.text.TextLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * What a page says to its visitor, line by line, outside its frame: "Already a subscriber?" in a
 * header bars nothing. A notice is a short line of its own; what an article says in its sentences
 * is none.
 */
final class Notices {
  private static final Set<String> FRAME =
      Set.of("nav", "header", "footer", "noscript", "template", "script", "style");

  /** Characters of a page that are searched: what bars its text says so at once. */
  static final int MOST_TEXT = 6000;

  /** Letters of a notice; a paragraph of prose has more. */
  private static final int LONGEST = 200;

  private final List<String> lines = new ArrayList<>();
  private final List<String> controls = new ArrayList<>();
  private final int letters;

  private Notices(Document document) {
    Reader reader = new Reader();
    reader.line.append(document.title());
    reader.end();
    NodeTraversor.filter(reader, document.body());
    reader.end();
    letters = reader.letters;
  }

  static Notices of(Document document) {
    return new Notices(document);
  }

  /** Letters of the page as far as it was searched. */
  int letters() {
    return letters;
  }

  /** Whether the page says one of the phrases anywhere. */
  boolean say(Set<String> phrases) {
    return lines.stream().anyMatch(line -> says(line, phrases));
  }

  /** Whether one of the page's short lines does. */
  boolean notify(Set<String> phrases) {
    return lines.stream().anyMatch(line -> isShort(line) && says(line, phrases));
  }

  /** Whether a short line has one of either, or two that follow one another do. */
  boolean notify(Set<String> phrases, Set<String> others) {
    return IntStream.range(0, lines.size())
        .filter(i -> isShort(lines.get(i)) && says(lines.get(i), phrases))
        .flatMap(i -> IntStream.rangeClosed(Math.max(0, i - 1), Math.min(i + 1, lines.size() - 1)))
        .mapToObj(lines::get)
        .anyMatch(line -> isShort(line) && says(line, others));
  }

  /** Whether a button or a link says one of the words. */
  boolean offer(Set<String> words) {
    return controls.stream().anyMatch(control -> says(control, words));
  }

  private static boolean isShort(String line) {
    return TextLength.letters(line) <= LONGEST;
  }

  static boolean says(String text, Set<String> phrases) {
    return phrases.stream().anyMatch(text::contains);
  }

  /** As the phrases are spelt. */
  static String plain(String text) {
    return Folding.blanks(text).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private final class Reader implements NodeFilter {
    private final StringBuilder line = new StringBuilder();
    private int letters;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text && !text.isBlank()) {
        line.append(text.getWholeText());
      } else if (node instanceof Element e) {
        if (FRAME.contains(e.normalName())) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (Tags.BLOCK.contains(e.normalName()) || isControl(e)) {
          end();
        }
        if (isControl(e)) {
          controls.add(plain(e.text() + " " + e.attr("value")));
        }
      }
      return letters > MOST_TEXT ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element e && Tags.BLOCK.contains(e.normalName())) {
        end();
      }
      return FilterResult.CONTINUE;
    }

    private static boolean isControl(Element e) {
      return e.normalName().equals("button")
          || e.normalName().equals("input")
          || e.attr("role").equals("button");
    }

    private void end() {
      String said = plain(line.toString());
      line.setLength(0);
      if (!said.isEmpty()) {
        lines.add(said);
        letters += TextLength.letters(said);
      }
    }
  }
}
