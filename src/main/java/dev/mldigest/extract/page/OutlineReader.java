package dev.mldigest.extract.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Fills the arrays of an {@link Outline} in one walk; they grow with the page. */
final class OutlineReader {
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
  String[] href = new String[1024];
  int[] attrs = new int[1024];
  boolean[] sign = new boolean[1024];
  int[] look = new int[1024];
  int[] idWords = new int[1024];
  int[] words = new int[256];
  private String[] lookNames = new String[256];
  int[] firstText = new int[1024];
  int[] endText = new int[1024];
  String[] texts = new String[1024];
  int[] textIn = new int[1024];
  int[] textBefore = new int[1024];
  boolean[] texMarks = new boolean[1024];
  final Map<String, Integer> looks = new HashMap<>();
  final List<Integer> toLinks = new ArrayList<>();
  boolean latexMl;
  int size;
  int textSize;
  private final TextLetters letters = new TextLetters();
  private int current = -1;
  private int links;
  int levels;
  int attributes;

  void read(Element root) {
    int[] child = new int[64];
    int depth = 0;
    Element at = root;
    open(root);
    while (depth >= 0) {
      if (child[depth] == at.childNodeSize()) {
        close();
        at = depth == 0 ? root : element[current];
        depth--;
        continue;
      }
      Node node = at.childNode(child[depth]++);
      if (node instanceof Element e) {
        open(e);
        at = e;
        depth++;
        child = depth == child.length ? Arrays.copyOf(child, 2 * depth) : child;
        child[depth] = 0;
        levels = Math.max(levels, depth + 1);
      } else if (node instanceof TextNode text) {
        add(text);
      }
    }
  }

  private void add(TextNode text) {
    if (textSize == texts.length) {
      texts = Arrays.copyOf(texts, 2 * textSize);
      textIn = Arrays.copyOf(textIn, 2 * textSize);
      textBefore = Arrays.copyOf(textBefore, 2 * textSize);
      texMarks = Arrays.copyOf(texMarks, 2 * textSize);
    }
    texts[textSize] = text.getWholeText();
    textIn[textSize] = current;
    textBefore[textSize] = size;
    letters.count(texts[textSize]);
    texMarks[textSize++] = letters.texMarks;
    int chars = letters.visible;
    // Text of an inline element counts for the block it flows in, unless it may be dropped.
    flow[blockOf[current]] += chars;
    flowLinked[blockOf[current]] += links > 0 ? chars : 0;
  }

  private void open(Element e) {
    if (size == element.length) {
      grow(2 * size);
    }
    String own = e.normalName();
    tag[size] = own;
    element[size] = e;
    parent[size] = current;
    firstText[size] = textSize;
    int traits = Tags.traits(own);
    block[size] = (traits & Tags.IS_BLOCK) != 0;
    silent[size] = (traits & Tags.IS_SILENT) != 0;
    sign[size] = (traits & Tags.IS_SIGN) != 0;
    attributes(e);
    blockOf[size] = current < 0 || block[size] ? size : blockOf[current];
    current = size++;
    if ((traits & Tags.IS_LINK) != 0) {
      toLinks.add(current);
      href[current] = e.attributes().get("href");
      links += own.equals("a") ? 1 : 0;
    }
  }

  private void attributes(Element e) {
    names[size] = "";
    id[size] = "";
    if (e.attributesSize() == 0) {
      return;
    }
    int all = 0;
    for (Attribute own : e.attributes()) {
      all++;
      String value = own.getValue();
      // The parser spells names of attributes in lower case.
      switch (own.getKey()) {
        case "class" -> attrs[size] |= value.isEmpty() ? Attr.OTHER : name(value);
        case "id" -> attrs[size] |= value.isEmpty() ? Attr.OTHER : identify(value);
        default -> attrs[size] |= Attr.OTHER | Attr.bit(own.getKey());
      }
    }
    attributes = Math.max(attributes, all);
  }

  /** Elements of the same class attribute share one string. */
  private int name(String value) {
    Integer known = looks.get(value);
    look[size] = known == null ? another(value) : known;
    names[size] = lookNames[look[size]];
    return Attr.CLASS | (value.startsWith("MathJax") ? Attr.MATHJAX : 0);
  }

  private int identify(String value) {
    id[size] = value;
    idWords[size] = ClassWords.of(value);
    boolean streamed = value.startsWith("B:") || value.startsWith("S:");
    return Attr.ID | (streamed ? Attr.STREAMED : 0);
  }

  private int another(String names) {
    int number = looks.size() + 1;
    if (number == words.length) {
      words = Arrays.copyOf(words, 2 * number);
      lookNames = Arrays.copyOf(lookNames, 2 * number);
    }
    words[number] = ClassWords.of(names);
    lookNames[number] = names;
    latexMl |= names.contains(Outline.LATEX_ML);
    looks.put(names, number);
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
    href = Arrays.copyOf(href, length);
    attrs = Arrays.copyOf(attrs, length);
    sign = Arrays.copyOf(sign, length);
    look = Arrays.copyOf(look, length);
    idWords = Arrays.copyOf(idWords, length);
    firstText = Arrays.copyOf(firstText, length);
    endText = Arrays.copyOf(endText, length);
  }

  private void close() {
    end[current] = size;
    endText[current] = textSize;
    links -= tag[current].equals("a") ? 1 : 0;
    current = parent[current];
  }
}
