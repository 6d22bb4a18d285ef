package dev.mldigest.extract.block;

import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Tells the numbers before the lines of preformatted text, which are no code: elements that look
 * alike, of which each begins a line and counts one more than the last. A number that is named so
 * needs no second one.
 */
final class LineNumbers {
  private static final Set<String> NAMES = NameList.load("marks.txt").section("line numbers");

  /** Few elements: a number is wrapped for its colour at most. */
  private static final int MOST_IN_A_NUMBER = 4;

  /** No file of code has ten million lines. */
  private static final int LONGEST = 7;

  private static final int NONE = -1;

  private final Outline page;
  private final BitSet numbers = new BitSet();

  LineNumbers(Outline page) {
    this.page = page;
  }

  boolean is(int i) {
    return numbers.get(i);
  }

  /** Finds the numbers within an element that holds code. */
  void open(int pre) {
    if (page.end[pre] - pre < 3) {
      return;
    }
    Map<Element, Integer> places = places(pre);
    if (places.isEmpty()) {
      return;
    }
    Map<String, Run> runs = new HashMap<>();
    Set<Element> starting = starting(page.element[pre], places);
    for (int i = pre + 1; i < page.end[pre]; i++) {
      Integer value = places.get(page.element[i]);
      if (value == null) {
        continue;
      }
      if (NameList.names(NAMES, page.element[i].attr("class"))) {
        numbers.set(i);
      }
      String look = page.tag(i) + ' ' + page.element[i].attr("class");
      runs.computeIfAbsent(look, any -> new Run())
          .add(i, value, starting.contains(page.element[i]));
    }
    runs.values().stream()
        .filter(run -> run.counts && run.size > 1)
        .forEach(run -> numbers.or(run.at));
  }

  /** Numbers that look alike, as long as each begins a line and is the next one. */
  private static final class Run {
    private final BitSet at = new BitSet();
    private boolean counts = true;
    private int size;
    private int last = NONE;

    void add(int i, int value, boolean starts) {
      counts &= starts && (last == NONE || value == last + 1);
      last = value;
      size++;
      at.set(i);
    }
  }

  private Map<Element, Integer> places(int pre) {
    Map<Element, Integer> places = new HashMap<>();
    for (int i = pre + 1; i < page.end[pre]; i++) {
      int value = page.end[i] - i > MOST_IN_A_NUMBER ? NONE : value(page.element[i]);
      if (value != NONE) {
        places.put(page.element[i], value);
        i = page.end[i] - 1;
      }
    }
    return places;
  }

  private static boolean startsWithWord(Element e) {
    Node first = e;
    while (first instanceof Element inner && inner.childNodeSize() > 0) {
      first = inner.childNode(0);
    }
    String text = first instanceof TextNode own ? own.getWholeText() : "";
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }

  private static int value(Element e) {
    if (e.childNodeSize() > MOST_IN_A_NUMBER) {
      return NONE;
    }
    if (startsWithWord(e)) {
      return NONE; // most are
    }
    String whole = e.wholeText();
    String text = whole.indexOf('\n') < 0 ? whole.strip() : ""; // that is a line with its number
    boolean number = !text.isEmpty() && text.length() <= LONGEST;
    for (int i = 0; number && i < text.length(); i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number ? Integer.parseInt(text) : NONE;
  }

  /** Which of them begin a line, or an element that is one beside others like it. */
  private static Set<Element> starting(Element pre, Map<Element, Integer> places) {
    Set<Element> starting = new HashSet<>();
    NodeTraversor.traverse(
        new NodeVisitor() {
          private boolean begun;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              String raw = text.getWholeText();
              begun = raw.isEmpty() ? begun : raw.charAt(raw.length() - 1) != '\n';
            } else if (node instanceof Element e) {
              begun &= !e.normalName().equals("br");
              if (places.containsKey(e) && (!begun || opensLine(e, pre))) {
                starting.add(e);
              }
            }
          }
        },
        pre);
    return starting;
  }

  private static boolean opensLine(Element e, Element pre) {
    Element line = e.parent();
    return line != null
        && !line.equals(pre)
        && line.childNode(0).equals(e)
        && line.childNodeSize() > 1
        && (isAlike(line, line.nextElementSibling())
            || isAlike(line, line.previousElementSibling()));
  }

  private static boolean isAlike(Element e, @Nullable Element other) {
    return other != null
        && other.normalName().equals(e.normalName())
        && other.attr("class").equals(e.attr("class"));
  }
}
