package dev.mldigest.extract.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.text.TextLength;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The longest text among the values of a page's data: a string of HTML or of prose, or a list of
 * the blocks of an editor. A text beside the page's own title goes before a longer one.
 */
final class CarriedText {
  /** Letters; a shorter text describes the article. */
  private static final int SHORTEST = 300;

  /** Values looked at; the data of a large shop has fewer. */
  private static final int MOST = 50_000;

  /** Members that name what an object is about. */
  private static final List<String> TITLES = List.of("title", "headline", "name", "heading");

  private final String title;
  private @Nullable String longest;
  private int letters;
  private boolean titled;

  CarriedText(String title) {
    this.title = Folding.letters(title);
  }

  private record Seen(JsonNode node, boolean titled) {}

  void visit(JsonNode root) {
    Deque<Seen> open = new ArrayDeque<>();
    open.add(new Seen(root, false));
    for (int n = 0; !open.isEmpty() && n < MOST; n++) {
      Seen seen = open.poll();
      JsonNode node = seen.node;
      boolean own = seen.titled || hasTitle(node);
      if (node.isTextual()) {
        offer(ofText(node.asText()), own);
      } else if (node.isArray() && BlocksOfEditor.are(node)) {
        offer(BlocksOfEditor.html(node), own);
      }
      node.forEach(child -> open.add(new Seen(child, own)));
    }
  }

  private boolean hasTitle(JsonNode node) {
    return node.isObject()
        && !title.isEmpty()
        && TITLES.stream()
            .anyMatch(name -> Folding.letters(node.path(name).asText()).equals(title));
  }

  /** A string as HTML; empty if it is neither HTML nor prose. */
  private static String ofText(String text) {
    if (text.length() < SHORTEST) {
      return "";
    }
    boolean html = text.contains("<p") || text.contains("<div") || text.contains("<br");
    return html ? text : isProse(text) ? Html.paragraphs(text) : "";
  }

  /** Words parted by blanks, and sentences: no code, no list of classes, no encoded bytes. */
  private static boolean isProse(String text) {
    long blanks = text.chars().filter(Character::isWhitespace).count();
    long signs = text.chars().filter(c -> "{}<>;=|\\".indexOf(c) >= 0).count();
    boolean wide = TextLength.letters(text) > text.length() * 3 / 2;
    boolean parted = wide || (blanks * 12 > text.length() && blanks * 3 < text.length());
    return parted && signs * 50 < text.length() && (wide || text.contains(". "));
  }

  private void offer(String html, boolean own) {
    int length = html.isEmpty() ? 0 : Html.letters(html);
    boolean better = own == titled ? length > letters : own;
    if (length >= SHORTEST && better) {
      longest = html;
      letters = length;
      titled = own;
    }
  }

  /**
   * @param page what else the data shows, as HTML; it goes before a string of the same length
   */
  @Nullable String longest(String page) {
    boolean whole = Html.letters(page) >= SHORTEST && !titled && Html.letters(page) >= letters;
    return whole ? page : longest;
  }
}
