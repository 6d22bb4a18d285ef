package dev.mldigest.extract;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes long pages of ordinary ones while they are learned from; nothing of them is kept. Of the
 * articles at hand hardly one has more than 40,000 characters, and of what they never saw trees
 * judge by chance. Amid the article of one page those of others go on; and on most pages some row
 * of what stands around it, teasers, comments or links, grows too: to keep everything is wrong.
 */
public final class Lengthened {
  private static final int LONGEST_PASSAGE = 6_000;
  private static final int MOST_COPIES = 60;
  private static final int TRIES = 12;

  /** A page as it was read, and which of its blocks are the article. */
  @SuppressWarnings("ArrayRecordComponent")
  public // read-only, never compared
  record Known(Outline outline, int body, List<Block> blocks, boolean[] yes) {}

  /** An element of an article, and what it says line by line. */
  private record Passage(Element element, List<String> lines) {}

  /** What a page can give: elements that are article throughout, and lines that are none of it. */
  private record Gift(List<Passage> passages, List<String> others) {}

  private final List<Gift> gifts;
  private final Random random;

  public Lengthened(List<Known> pages, Random random) {
    this.gifts =
        pages.stream().map(Lengthened::gift).filter(gift -> !gift.passages.isEmpty()).toList();
    this.random = random;
  }

  private static Gift gift(Known page) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < page.yes.length; i++) {
      String text = page.blocks.get(i).text;
      if (!page.yes[i] && text.length() > 10 && text.length() < 600) {
        others.add(text);
      }
    }
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    for (int e = page.body + 1; e < page.outline.end[page.body]; e = page.outline.end[e]) {
      while (at < page.yes.length && page.blocks.get(at).container < e) {
        at++;
      }
      boolean whole = page.outline.drop[e] == null;
      List<String> lines = new ArrayList<>();
      while (at < page.yes.length && page.blocks.get(at).container < page.outline.end[e]) {
        whole &= page.yes[at];
        lines.add(page.blocks.get(at++).text);
      }
      if (whole && !lines.isEmpty() && String.join("", lines).length() < LONGEST_PASSAGE) {
        passages.add(new Passage(page.outline.element[e].clone(), lines));
      }
    }
    return new Gift(passages, others);
  }

  /**
   * Makes a page long.
   *
   * @param page changed: its document grows
   * @param letters how much its article is to gain, about
   * @return what it gained; empty if it has no paragraph where others could go on
   */
  public String lengthen(Known page, int letters) {
    Element last = paragraph(page);
    if (last == null) {
      return "";
    }
    if (random.nextInt(3) > 0) {
      grow(page, letters);
    }
    String tag = last.normalName();
    Element looks = last.shallowClone();
    StringBuilder gained = new StringBuilder();
    while (gained.length() < letters) {
      for (Passage passage : gifts.get(random.nextInt(gifts.size())).passages) {
        Element copy = passage.element.clone();
        for (Element e : copy.getAllElements()) {
          if (e.normalName().equals(tag)) {
            e.clearAttributes();
            e.attributes().addAll(looks.attributes());
          }
        }
        last.after(copy);
        last = copy;
        passage.lines.forEach(line -> gained.append(line).append('\n'));
        if (gained.length() >= letters) {
          break;
        }
      }
    }
    return gained.toString();
  }

  /** One of the article's paragraphs, where most of them stand; null if there is none. */
  private @Nullable Element paragraph(Known page) {
    Map<Integer, List<Integer>> paragraphs = new HashMap<>();
    for (int i = 0; i < page.yes.length; i++) {
      Block block = page.blocks.get(i);
      int parent = page.outline.parent[block.container];
      boolean paragraph =
          block.kind == Block.Kind.PARAGRAPH && block.cell == null && block.item == null;
      if (page.yes[i] && paragraph && block.length > 100 && parent > 0) {
        paragraphs.computeIfAbsent(parent, any -> new ArrayList<>()).add(block.container);
      }
    }
    return paragraphs.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(all -> page.outline.element[all.get(random.nextInt(all.size()))])
        .orElse(null);
  }

  /** One of three or more elements in a row that look alike and are none of the article. */
  private void grow(Known page, int letters) {
    Outline outline = page.outline;
    boolean[] article = new boolean[outline.size()];
    int[] sizes = new int[outline.size()];
    for (int i = 0; i < page.yes.length; i++) {
      for (int p = page.blocks.get(i).container; p >= 0; p = outline.parent[p]) {
        article[p] |= page.yes[i];
        sizes[p] += page.blocks.get(i).length;
      }
    }
    List<Element> models = new ArrayList<>();
    for (int e = 1; e < outline.size(); e++) {
      Element element = outline.element[e];
      Element next = element.nextElementSibling();
      if (!article[e]
          && sizes[e] > 20
          && sizes[e] < 1_500
          && next != null
          && isAlike(element, next)
          && isAlike(element, next.nextElementSibling())) {
        models.add(element);
      }
    }
    if (!models.isEmpty()) {
      Element model = models.get(random.nextInt(models.size()));
      repeat(model, (int) (letters * (0.05 + 0.5 * random.nextDouble())));
    }
  }

  private static boolean isAlike(Element one, @Nullable Element other) {
    return other != null
        && other.normalName().equals(one.normalName())
        && other.className().equals(one.className());
  }

  private void repeat(Element model, int letters) {
    Element last = model;
    int gained = 0;
    for (int i = 0; i < MOST_COPIES && gained < letters; i++) {
      Element copy = model.clone();
      for (Element e : copy.getAllElements()) {
        for (TextNode text : e.textNodes()) {
          if (text.text().strip().length() > 10) {
            text.text(other(text.text().length()));
          }
        }
      }
      gained += copy.text().length();
      last.after(copy);
      last = copy;
    }
  }

  /** A line that is of no article, of about this length. */
  private String other(int length) {
    List<String> tried = new ArrayList<>(List.of("-"));
    for (int i = 0; i < TRIES; i++) {
      List<String> others = gifts.get(random.nextInt(gifts.size())).others;
      if (!others.isEmpty()) {
        tried.add(others.get(random.nextInt(others.size())));
      }
    }
    return Collections.min(
        tried, Comparator.comparingInt(line -> Math.abs(line.length() - length)));
  }

  /** The document that an outline was read from. */
  public static Document document(Known page) {
    return (Document) page.outline.element[0];
  }
}
