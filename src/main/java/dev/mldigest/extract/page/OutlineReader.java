package dev.mldigest.extract.page;

import dev.mldigest.text.TextLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Fills the arrays of an {@link Outline} in one walk; they grow with the page. */
final class OutlineReader implements NodeVisitor {
  Element[] element = new Element[1024];
  int[] parent = new int[1024];
  int[] end = new int[1024];
  int[] flow = new int[1024];
  int[] flowLinked = new int[1024];
  private int[] blockOf = new int[1024];
  boolean[] block = new boolean[1024];
  boolean[] silent = new boolean[1024];
  String[] tag = new String[1024];
  String[] names = new String[1024];
  String[] id = new String[1024];
  boolean[] more = new boolean[1024];
  int[] attrs = new int[1024];
  boolean[] sign = new boolean[1024];
  int[] look = new int[1024];
  int[] idWords = new int[1024];
  int[] words = new int[256];
  final Map<String, Integer> looks = new HashMap<>();
  final List<Integer> toLinks = new ArrayList<>();
  int size;
  private int current = -1;
  private int links;
  int levels;
  int attributes;

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element e) {
      open(e);
      levels = Math.max(levels, depth + 1);
    } else if (node instanceof TextNode t && current >= 0) {
      int chars = visible(t.getWholeText());
      // Text of an inline element counts for the block it flows in, unless it may be dropped.
      flow[blockOf[current]] += chars;
      flowLinked[blockOf[current]] += links > 0 ? chars : 0;
    }
  }

  private void open(Element e) {
    if (size == element.length) {
      grow(2 * size);
    }
    String own = e.normalName();
    tag[size] = own;
    element[size] = e;
    parent[size] = current;
    int traits = Tags.traits(own);
    block[size] = (traits & Tags.IS_BLOCK) != 0;
    silent[size] = (traits & Tags.IS_SILENT) != 0;
    sign[size] = (traits & Tags.IS_SIGN) != 0;
    attributes(e);
    blockOf[size] = current < 0 || block[size] ? size : blockOf[current];
    current = size++;
    if ((traits & Tags.IS_LINK) != 0) {
      toLinks.add(current);
      links += own.equals("a") ? 1 : 0;
    }
  }

  private void attributes(Element e) {
    names[size] = "";
    id[size] = "";
    int all = e.attributesSize();
    if (all == 0) {
      return;
    }
    attributes = Math.max(attributes, all);
    // The parser spells names of attributes in lower case.
    String own = e.attributes().get("class");
    String known = e.attributes().get("id");
    names[size] = own;
    id[size] = known;
    more[size] = all > (own.isEmpty() ? 0 : 1) + (known.isEmpty() ? 0 : 1);
    attrs[size] = more[size] ? Attr.of(e) : 0;
    idWords[size] = known.isEmpty() ? 0 : ClassWords.of(known);
    look[size] = own.isEmpty() ? 0 : looks.computeIfAbsent(own, this::another);
  }

  private int another(String names) {
    int number = looks.size() + 1;
    words = number == words.length ? Arrays.copyOf(words, 2 * number) : words;
    words[number] = ClassWords.of(names);
    return number;
  }

  private void grow(int length) {
    element = Arrays.copyOf(element, length);
    parent = Arrays.copyOf(parent, length);
    end = Arrays.copyOf(end, length);
    flow = Arrays.copyOf(flow, length);
    flowLinked = Arrays.copyOf(flowLinked, length);
    blockOf = Arrays.copyOf(blockOf, length);
    block = Arrays.copyOf(block, length);
    silent = Arrays.copyOf(silent, length);
    tag = Arrays.copyOf(tag, length);
    names = Arrays.copyOf(names, length);
    id = Arrays.copyOf(id, length);
    more = Arrays.copyOf(more, length);
    attrs = Arrays.copyOf(attrs, length);
    sign = Arrays.copyOf(sign, length);
    look = Arrays.copyOf(look, length);
    idWords = Arrays.copyOf(idWords, length);
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element e) {
      end[current] = size;
      current = parent[current];
      links -= e.normalName().equals("a") ? 1 : 0;
    }
  }

  private static int visible(String s) {
    int chars = 0;
    boolean space = true;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean blank = c <= ' ' || c == '\u00a0';
      chars += blank && space ? 0 : TextLength.letters(c);
      space = blank;
    }
    return chars == 1 && space ? 0 : chars;
  }
}
