package dev.mldigest.extract.page;

import dev.mldigest.text.TextLength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page in document order, in flat arrays: who holds whom, and how many characters
 * of text, and of linked text, flow in each. Elements are dropped by a mark, never moved, so every
 * question costs one pass. It judges nothing itself.
 */
public final class Outline {
  /** The class of the element around a paper that LaTeXML made. */
  public static final String LATEX_ML = "ltx_document";

  private final int size;

  /** Longer than the page has elements, as all of these arrays; see {@link #size()}. */
  public final Element[] element;

  public final int[] parent;

  /** One past the last descendant. */
  public final int[] end;

  /** The first text node in an element or behind it. */
  public final int[] firstText;

  /** One past the last text node in it. */
  public final int[] endText;

  /** The text nodes of the page, in its order, white space and all. */
  public final String[] texts;

  /** For each of them whether it has a sign with which a formula in TeX may begin. */
  public final boolean[] texMarks;

  /** For each of them the innermost element around it. */
  public final int[] textIn;

  /** For each of them how many elements begin before it. */
  public final int[] textBefore;

  /**
   * Letters that flow directly in a block, its own and those of its inline children, as {@link
   * TextLength#letters} counts them.
   */
  public final int[] flow;

  /** The part of {@link #flow} that is linked. */
  final int[] flowLinked;

  /** Characters of the whole subtree without what is dropped; valid after {@link #measure()}. */
  public final int[] text;

  final int[] linked;

  /** The part of {@link #text} that stands in paragraphs worth reading. */
  public final long[] prose;

  final @Nullable public Drop[] drop;

  /** Whether it begins and ends a line of text. */
  public final boolean[] block;

  /** Whether its tag is one of those that never hold readable text. */
  public final boolean[] silent;

  private final String[] tag;

  /** Its class attribute and its id, or empty: asked for in every stage, and looked up once. */
  public final String[] names;

  public final String[] id; // see names

  private final @Nullable String[] href;

  /** Which attributes it has: the bits of {@link Attr}. */
  private final int[] attrs;

  /** Whether its tag may be that of a formula, of what is raised, or of the mark of a note. */
  public final boolean[] sign;

  /** What {@link #proseOf} says of each, until something else counts as prose. */
  private final long[] own;

  /** Whether the sums are those of what is left now. */
  private boolean measured;

  /** A number that elements of the same class attribute share; 0 is that of none. */
  final int[] look;

  /** By such a number the lists of {@link ClassWords} that may have a word of it. */
  private final int[] words;

  /** The same of each id. */
  private final int[] idWords;

  /** How many such numbers there are. */
  final int looks;

  /** Which elements lead elsewhere: {@code a} and {@code link}. */
  public final List<Integer> links;

  /** What counts as prose: the more, the less there is of it. */
  private Prose prosaic = Prose.PARAGRAPHS;

  private final Map<String, List<String>> parts = new HashMap<>();

  /** Levels of the tree. */
  final int levels;

  /** The most attributes that one element has. */
  final int attributes;

  /** Whether it may be a paper that LaTeXML made. */
  public final boolean latexMl;

  private Outline(OutlineReader read) {
    size = read.size;
    element = read.element;
    parent = read.parent;
    end = read.end;
    firstText = read.firstText;
    endText = read.endText;
    texts = read.texts;
    texMarks = read.texMarks;
    textIn = read.textIn;
    textBefore = read.textBefore;
    flow = read.flow;
    flowLinked = read.flowLinked;
    block = read.block;
    silent = read.silent;
    tag = read.tag;
    names = read.names;
    id = read.id;
    href = read.href;
    attrs = read.attrs;
    sign = read.sign;
    look = read.look;
    looks = read.looks.size() + 1;
    words = read.words;
    idWords = read.idWords;
    links = read.toLinks;
    latexMl = read.latexMl;
    levels = read.levels;
    attributes = read.attributes;
    text = new int[size];
    linked = new int[size];
    prose = new long[size];
    drop = new Drop[size];
    own = new long[size];
    count(Prose.PARAGRAPHS);
  }

  private void count(Prose as) {
    prosaic = as;
    for (int i = 0; i < size(); i++) {
      own[i] = proseOf(i);
    }
    measured = false;
  }

  public int size() {
    return size;
  }

  public static Outline of(Element root) {
    OutlineReader reader = new OutlineReader();
    reader.read(root);
    return new Outline(reader);
  }

  /** Marks an element and with it all it holds, or takes its mark back. */
  public void drop(int i, @Nullable Drop why) {
    drop[i] = why;
    measured = false;
  }

  /** Takes back all marks of one kind. */
  public void restore(Drop why) {
    for (int i = 0; i < size(); i++) {
      drop[i] = drop[i] == why ? null : drop[i];
    }
    measured = false;
  }

  /** Sums text upwards, leaving out what is dropped. */
  public void measure() {
    if (measured) {
      return; // nothing was dropped since
    }
    measured = true;
    System.arraycopy(flow, 0, text, 0, size());
    System.arraycopy(flowLinked, 0, linked, 0, size());
    System.arraycopy(own, 0, prose, 0, size());
    for (int i = size() - 1; i > 0; i--) {
      if (drop[i] == null) {
        text[parent[i]] += text[i];
        linked[parent[i]] += linked[i];
        prose[parent[i]] += prose[i];
      }
    }
  }

  /** Measures, and where hardly a paragraph is found counts shorter and linked lines too. */
  public void measureSparse() {
    measure();
    if (prose[0] < Prose.FEW_PARAGRAPHS) {
      count(Prose.LINES);
      measure();
    }
    if (prose[0] < Prose.FEW_LINES) {
      count(Prose.LINKS);
      measure();
    }
  }

  /** Whether hardly a paragraph was found on the page, so that shorter lines are its text. */
  public boolean isSparse() {
    return prosaic != Prose.PARAGRAPHS;
  }

  /** Short lines, and lines mostly of links, are no prose where there is other. */
  public long proseOf(int i) {
    return Tags.headingLevel(tag(i)) > 0 ? 0 : prosaic.of(flow[i], flowLinked[i]);
  }

  /** The {@link NameList#parts} of a class attribute or id; names recur, and each is read once. */
  public List<String> parts(String names) {
    return names.isEmpty() ? List.of() : parts.computeIfAbsent(names, NameList::parts);
  }

  public String tag(int i) {
    return tag[i];
  }

  /** Whether its class may have a word of one of some lists, told by {@link ClassWords}. */
  boolean names(int i, int lists) {
    return (words[look[i]] & lists) != 0;
  }

  /** The same of its id. */
  public boolean idNames(int i, int lists) {
    return (idWords[i] & lists) != 0;
  }

  /** Whether it has one of some attributes, told by the bits of {@link Attr}. */
  public boolean says(int i, int any) {
    return (attrs[i] & any) != 0;
  }

  /** Whether it has any attribute. */
  public boolean hasAttributes(int i) {
    return attrs[i] != 0;
  }

  /** Whether two elements have the same class attribute, or none. */
  public boolean isNamedAlike(int one, int other) {
    return look[one] == look[other];
  }

  /** Where a link leads, as it is spelt; empty if it says nothing, or is none. */
  public String href(int i) {
    String own = href[i];
    return own == null ? "" : own;
  }

  public double linkDensity(int i) {
    return text[i] == 0 ? 0 : (double) linked[i] / text[i];
  }

  /** The index after {@code i}, or after all of {@code i} if it is dropped. */
  public int next(int i) {
    return drop[i] == null ? i + 1 : end[i];
  }

  public int indexOf(Element wanted) {
    for (int i = 0; i < size(); i++) {
      if (element[i].equals(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
