package dev.mldigest.extract.body;

import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the stories that stand in full beside the one a page is about, as on pages that never
 * end: elements that look alike, each with a heading of the same level, of which one has the page's
 * title or address as its heading. Where none has, nothing is left out.
 */
final class OtherStories {
  /** Letters of prose, some two paragraphs, of a story that stands in full. */
  private static final int FULL = 250;

  /** Letters of the shortest heading that is a title and not the name of a part. */
  private static final int SHORTEST_TITLE = 8;

  /** Elements around a headline up to the one that holds its whole story. */
  private static final int ABOVE = 8;

  private static final Pattern QUERY = Pattern.compile("[?#]");
  private static final Pattern ENDING = Pattern.compile("\\.\\w+$");

  /** What only a story has. */
  private static final Evaluator OWN =
      Selector.evaluatorOf(
          "time, address, [itemprop=author], [itemprop=datePublished], [rel=author], h1 a[href]");

  private final Outline page;
  private final Set<String> titles = new HashSet<>();

  private OtherStories(Outline page, Metadata metadata) {
    this.page = page;
    name(Folding.letters(metadata.title()));
    name(Folding.letters(metadata.headline()));
    name(Folding.letters(metadata.genre().jsonLd().text("headline")));
    String canonical = metadata.imprint().canonical();
    name(slug(page.element[0].baseUri()));
    name(slug(canonical == null ? "" : canonical));
  }

  private void name(String letters) {
    if (letters.length() >= SHORTEST_TITLE) {
      titles.add(letters);
    }
  }

  private static String slug(String url) {
    String path = QUERY.split(url, 2)[0];
    String file = path.substring(path.lastIndexOf('/') + 1);
    return Folding.letters(file.indexOf('.') < 0 ? file : ENDING.matcher(file).replaceFirst(""));
  }

  static void drop(Outline page, Metadata metadata) {
    OtherStories stories = new OtherStories(page, metadata);
    for (int i = 0; i < page.size(); i = page.next(i)) {
      int level = Tags.headingLevel(page.tag(i));
      if (level > 0 && level <= 2 && stories.names(page.element[i])) {
        stories.dropBeside(i);
        return;
      }
    }
  }

  private boolean names(Element heading) {
    return titles.contains(Folding.letters(heading.text()));
  }

  private void dropBeside(int heading) {
    int story = page.parent[heading];
    for (int up = 0; up < ABOVE && story > 0; up++, story = page.parent[story]) {
      if (page.prose[story] >= FULL && dropOthers(story, page.tag(heading))) {
        page.measure();
        return;
      }
    }
  }

  private boolean dropOthers(int story, String level) {
    int parent = page.parent[story];
    boolean any = false;
    for (int i = parent + 1; parent >= 0 && i < page.end[parent]; i = page.end[i]) {
      if (i != story && page.drop[i] == null && isAlike(story, i) && isStory(i, level)) {
        page.drop(i, Drop.STORY);
        any = true;
      }
    }
    return any;
  }

  private boolean isAlike(int story, int other) {
    String names = page.element[story].className();
    return page.tag(story).equals(page.tag(other))
        && (names.isEmpty()
            ? page.tag(story).equals("article")
            : page.element[other].hasClass(names.strip().split("\\s+", 2)[0]))
        && (page.tag(story).equals("article") || (standsAlone(story) && standsAlone(other)));
  }

  /** Parts of one text have headings too; a story has its own date, author or address. */
  private boolean standsAlone(int i) {
    return page.element[i].selectFirst(OWN) != null || !page.element[i].attr("data-url").isEmpty();
  }

  private boolean isStory(int i, String level) {
    Element own = page.prose[i] < FULL ? null : heading(i, level);
    return own != null && own.hasText() && !names(own);
  }

  private @Nullable Element heading(int i, String level) {
    for (int j = i + 1; j < page.end[i]; j++) {
      if (page.tag(j).equals(level)) {
        return page.element[j];
      }
    }
    return null;
  }
}
