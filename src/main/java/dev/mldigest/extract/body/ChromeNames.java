package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the furniture of a site by class names, ids and roles. Some names are certain; weak ones
 * count only where there is little prose, and not where the site calls most of its text so.
 */
final class ChromeNames {
  private static final NameList HINTS = NameList.load("hints.txt");
  private static final long CHROME = HINTS.bitOf("chrome"); // certain
  private static final long WEAK = HINTS.bitOf("weak"); // true where there is little prose
  private static final Set<String> WEAK_WORDS = HINTS.section("weak");
  private static final Set<String> ROLES = HINTS.section("roles");

  /** Letters of prose in a teaser or two: what holds more is no furniture by a weak name. */
  private static final long LITTLE_PROSE = 300;

  /** Of the page's prose: a word that names more of it names the site's texts. */
  private static final double MOST_NAMED = 0.4;

  private final Outline page;
  private @Nullable Map<String, Long> held;
  private final ByClass named;

  ChromeNames(Outline page) {
    this.page = page;
    this.named = new ByClass(page, ClassWords.CHROME, this::sections);
  }

  /** Whether the element's class, id or role names it as furniture. */
  boolean areChrome(int i) {
    if (!page.hasAttributes(i)) {
      return false;
    }
    long own = page.idNames(i, ClassWords.CHROME) ? sections(page.id[i]) : 0;
    long names = named.of(i) | own;
    return (page.says(i, Attr.ROLE) && ROLES.contains(page.element[i].attr("role")))
        || (names & CHROME) != 0
        || ((names & WEAK) != 0
            && !holdsCode(i)
            && (page.prose[i] < LITTLE_PROSE || page.linkDensity(i) > 0.5)
            && (isSparse(page.names[i]) || isSparse(page.id[i])));
  }

  /** Whether the weak word of a name is one of little of the page: some call each text a widget. */
  private boolean isSparse(String names) {
    String word = NameList.first(WEAK_WORDS, page.parts(names));
    return word != null && held().getOrDefault(word, 0L) < page.prose[0] * MOST_NAMED;
  }

  /** How much of the page's prose stands in elements whose names have each weak word. */
  private Map<String, Long> held() {
    if (held == null) {
      Map<String, Long> all = new HashMap<>();
      Map<String, Integer> ends = new HashMap<>();
      ByClass weak = ByClass.whether(page, ClassWords.CHROME, names -> !weakWords(names).isEmpty());
      for (int i = 1; i < page.size(); i++) {
        if (page.prose[i] > 0) {
          if (weak.is(i)) {
            hold(page.names[i], i, ends, all);
          }
          if (page.idNames(i, ClassWords.CHROME)) {
            hold(page.id[i], i, ends, all);
          }
        }
      }
      held = all;
    }
    return held;
  }

  /**
   * @param ends by word where the element ends that was last counted for it
   */
  private void hold(String names, int i, Map<String, Integer> ends, Map<String, Long> all) {
    for (String word : weakWords(names)) {
      if (i >= ends.getOrDefault(word, 0)) {
        ends.put(word, page.end[i]);
        all.merge(word, page.prose[i], Long::sum);
      }
    }
  }

  private List<String> weakWords(String names) {
    List<String> words = new ArrayList<>(0);
    for (String part : page.parts(names)) {
      if (WEAK_WORDS.contains(part)) {
        words.add(part);
      }
    }
    return words;
  }

  private long sections(String names) {
    return names.isEmpty() ? 0 : HINTS.sectionsNamed(page.parts(names));
  }

  /** A highlighter wraps code with its toolbar under names that furniture has too. */
  private boolean holdsCode(int i) {
    for (int j = i + 1; j < Math.min(page.end[i], i + 4); j++) {
      if (page.tag(j).equals("pre")) {
        return true;
      }
    }
    return false;
  }
}
