package dev.mldigest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page in document order, in flat arrays: who holds whom, and how many characters
 * of text, and of linked text, flow in each. Elements are dropped by a mark, never moved, so every
 * question costs one pass. It judges nothing itself.
 */
final class Outline {
  final Element[] element;
  final int[] parent;

  /** One past the last descendant. */
  final int[] end;

  /** Characters that flow directly in a block: its own text and that of its inline children. */
  final int[] flow;

  /** The part of {@link #flow} that is linked. */
  final int[] flowLinked;

  /** Characters of the whole subtree without what is dropped; valid after {@link #measure()}. */
  final int[] text;

  final int[] linked;

  /** The part of {@link #text} that stands in paragraphs worth reading. */
  final long[] prose;

  final @Nullable Drop[] drop;

  private Outline(List<Element> elements) {
    int n = elements.size();
    element = elements.toArray(Element[]::new);
    parent = new int[n];
    end = new int[n];
    flow = new int[n];
    flowLinked = new int[n];
    text = new int[n];
    linked = new int[n];
    prose = new long[n];
    drop = new Drop[n];
  }

  int size() {
    return element.length;
  }

  static Outline of(Element root) {
    List<Element> elements = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element e) {
            elements.add(e);
          }
        },
        root);
    Outline outline = new Outline(elements);
    NodeTraversor.traverse(outline.new Filler(), root);
    return outline;
  }

  /** Marks an element and with it all it holds. */
  void drop(int i, Drop why) {
    drop[i] = why;
  }

  /** Takes back all marks of one kind. */
  void restore(Drop why) {
    for (int i = 0; i < size(); i++) {
      drop[i] = drop[i] == why ? null : drop[i];
    }
  }

  /** Sums text upwards, leaving out what is dropped. */
  void measure() {
    for (int i = size() - 1; i >= 0; i--) {
      text[i] = flow[i];
      linked[i] = flowLinked[i];
      prose[i] = proseOf(i);
    }
    for (int i = size() - 1; i > 0; i--) {
      if (drop[i] == null) {
        text[parent[i]] += text[i];
        linked[parent[i]] += linked[i];
        prose[parent[i]] += prose[i];
      }
    }
  }

  /** Short lines, and lines mostly of links, are no prose. */
  long proseOf(int i) {
    int free = flow[i] - 2 * flowLinked[i];
    return flow[i] < 40 || free <= 0 || Tags.headingLevel(tag(i)) > 0 ? 0 : free;
  }

  String tag(int i) {
    return element[i].normalName();
  }

  double linkDensity(int i) {
    return text[i] == 0 ? 0 : (double) linked[i] / text[i];
  }

  /** The index after {@code i}, or after all of {@code i} if it is dropped. */
  int next(int i) {
    return drop[i] == null ? i + 1 : end[i];
  }

  int indexOf(Element wanted) {
    for (int i = 0; i < size(); i++) {
      if (element[i].equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** Second pass: parents, ends and flowing text. */
  private final class Filler implements NodeVisitor {
    private int next;
    private int current = -1;
    private int links;
    private final int[] blockOf = new int[element.length];

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element e) {
        parent[next] = current;
        boolean block = current < 0 || Tags.BLOCK.contains(e.normalName());
        blockOf[next] = block ? next : blockOf[current];
        current = next++;
        links += e.normalName().equals("a") ? 1 : 0;
      } else if (node instanceof TextNode t && current >= 0) {
        int chars = visible(t.getWholeText());
        // Text of an inline element counts for the block it flows in, unless it may be dropped.
        flow[blockOf[current]] += chars;
        flowLinked[blockOf[current]] += links > 0 ? chars : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element e) {
        end[current] = next;
        current = parent[current];
        links -= e.normalName().equals("a") ? 1 : 0;
      }
    }

    private static int visible(String s) {
      int chars = 0;
      boolean space = true;
      for (int i = 0; i < s.length(); i++) {
        boolean blank = s.charAt(i) <= ' ' || s.charAt(i) == '\u00a0';
        chars += blank && space ? 0 : 1;
        space = blank;
      }
      return chars == 1 && space ? 0 : chars;
    }
  }
}
