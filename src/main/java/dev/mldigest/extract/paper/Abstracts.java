package dev.mldigest.extract.paper;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Reads the page that a library keeps on a paper: its abstract is the body, whatever is said around
 * it about access, versions and tools. A page that carries the paper itself is left to others.
 */
public final class Abstracts {
  /** Of the prose that may stand beside an abstract; a paper has ten times as much. */
  private static final int BESIDE = 3000;

  /** Letters; less is the heading of an abstract that stands elsewhere. */
  private static final int SHORTEST = 100;

  private Abstracts() {}

  /** All blocks of the page, those of the abstract kept; empty if this is no such page. */
  public static List<Block> read(Outline page) {
    int found = find(page);
    if (found < 0 || page.prose[0] > BESIDE + 3 * page.prose[found]) {
      return List.of();
    }
    restore(page, found);
    unlabel(page, found);
    return Blocks.within(page, found);
  }

  private static int find(Outline page) {
    int best = -1;
    for (int i = 1; i < page.size(); i = isSeen(page, i) ? i + 1 : page.end[i]) {
      boolean longer = page.text[i] > (best < 0 ? SHORTEST : page.text[best]);
      if (isSeen(page, i) && longer && isAbstract(page.element[i])) {
        best = i;
      }
    }
    return best;
  }

  /** The page's own word for its abstract weighs more than a name that sounds like furniture. */
  private static boolean isSeen(Outline page, int i) {
    return page.drop[i] != Drop.SILENT && page.drop[i] != Drop.HIDDEN;
  }

  private static void restore(Outline page, int found) {
    for (int i = found; i >= 0; i = page.parent[i]) {
      page.drop(i, null);
    }
  }

  private static boolean isAbstract(Element e) {
    return Tags.BLOCK.contains(e.normalName())
        && (e.hasClass("abstract") || e.id().equalsIgnoreCase("abstract"));
  }

  /** "Abstract:" names the text and is no part of it. */
  private static void unlabel(Outline page, int found) {
    for (int i = found + 1; i < page.end[found]; i = page.next(i)) {
      String label = page.element[i].childNodeSize() > 3 ? "" : page.element[i].text();
      if (label.length() < 12 && label.toLowerCase(Locale.ROOT).matches("abstract[:.]?")) {
        page.drop(i, Drop.METADATA);
      }
    }
  }
}
