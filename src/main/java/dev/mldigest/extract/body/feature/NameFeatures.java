package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tags and names of the elements around a block: what is nearer weighs more. */
final class NameFeatures {
  private static final NameList HINTS = NameList.load("names.txt");
  private static final List<String> NAMES = HINTS.sections();
  private static final List<String> TAGS =
      List.copyOf(NameList.load("tags.txt").section("around a block"));
  private static final Map<String, Integer> TAG_COLUMNS =
      IntStream.range(0, TAGS.size()).boxed().collect(Collectors.toMap(TAGS::get, i -> i));

  /** Elements whose names say more, the block's own first. */
  private static final int NEAR = 3;

  /** Elements that are looked at: further up stand those of the whole page. */
  private static final int FAR = 10;

  private static final long UNREAD = -1; // no element has all names

  private final Outline page;

  /** For each element which names it has, a bit each, once it was asked. */
  private final long[] names;

  /** For each such element the column of its tag, or -1. */
  private final int[] tags;

  private final ByClass read;

  /** What was last found around a container: many blocks have the same. */
  private float[] around = {};

  private int aroundOf = -1;

  NameFeatures(Outline page) {
    this.page = page;
    this.read = new ByClass(page, ClassWords.AROUND, this::sectionsOf);
    names = new long[page.size()];
    tags = new int[page.size()];
    Arrays.fill(names, UNREAD);
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    TAGS.forEach(tag -> names.add("tag-" + tag));
    NAMES.forEach(name -> names.add("name-" + name));
    return names;
  }

  void add(int container, FeatureRow row) {
    if (aroundOf != container) {
      around = around(container);
      aroundOf = container;
    }
    row.add(around);
  }

  /** Tags and names around: 2 or 3 for the element itself, 2 for the next ones, 1 further up. */
  private float[] around(int container) {
    float[] found = new float[TAGS.size() + NAMES.size()];
    for (int p = container, up = 0; p >= 0 && up < FAR; p = page.parent[p], up++) {
      long marks = namesOf(p);
      if (tags[p] >= 0) {
        found[tags[p]] = Math.max(found[tags[p]], up == 0 ? 2 : 1);
      }
      float weight = up == 0 ? 3 : up < NEAR ? 2 : 1;
      for (long left = marks; left != 0; left &= left - 1) {
        int at = TAGS.size() + Long.numberOfTrailingZeros(left);
        found[at] = Math.max(found[at], weight);
      }
    }
    return found;
  }

  /** Read once an element, since it stands around many blocks. */
  private long namesOf(int i) {
    if (names[i] == UNREAD) {
      String tag = page.tag(i);
      tags[i] = TAG_COLUMNS.getOrDefault(tag, -1);
      boolean whole = tag.equals("body") || tag.equals("html");
      names[i] = whole ? 0 : read.of(i) | ofId(i);
    }
    return names[i];
  }

  private long ofId(int i) {
    return page.idNames(i, ClassWords.AROUND) ? sectionsOf(page.id[i]) : 0;
  }

  private long sectionsOf(String name) {
    return name.isEmpty() ? 0 : HINTS.sectionsOf(page.parts(name));
  }
}
