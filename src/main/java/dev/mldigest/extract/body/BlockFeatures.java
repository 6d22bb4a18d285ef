package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.text.TextLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * What can be said of a block by numbers: its text, its element and those around it, its
 * neighbours, and what the rules decided. No number depends on the language or on the site, and on
 * a page beyond the ordinary none goes on growing or shrinking with the page: places and shares are
 * then those of a page of ordinary size. Linear in the size of the page.
 */
final class BlockFeatures {
  private static final NameList HINTS = NameList.load("names.txt");
  private static final List<String> NAMES = List.copyOf(HINTS.sections());
  private static final List<String> TAGS =
      List.of(
          "div",
          "li",
          "dd",
          "td",
          "figure",
          "figcaption",
          "details",
          "section",
          "article",
          "main",
          "footer",
          "header",
          "aside",
          "nav",
          "form",
          "h2",
          "h3");
  private static final Map<String, Integer> TAG_COLUMNS =
      IntStream.range(0, TAGS.size()).boxed().collect(Collectors.toMap(TAGS::get, i -> i));
  private static final List<Drop> DROPS =
      List.of(
          Drop.LINKS, Drop.PHRASE, Drop.REPEATED, Drop.METADATA, Drop.TRAILER, Drop.BARE_HEADING);

  /** Letters and blocks of an ordinary page; of those learned from few have more. */
  private static final int LETTERS = 30_000;

  private static final int BLOCKS = 350;

  /** How often the same line stands on a page, and how far above a block its heading. */
  private static final int COPIES = 10;

  private static final int FAR_ABOVE = 60;

  /** Ancestors looked at. */
  private static final int NEAR = 3;

  private static final int FAR = 10;
  private static final int PROSE = 120;
  private static final long UNREAD = -1;
  private static final int[] STEPS = {-2, -1, 1, 2};
  private static final double[] LOGS = IntStream.range(0, 1024).mapToDouble(Math::log1p).toArray();

  private final Outline page;
  private final List<Block> blocks;
  private final Set<String> title;
  private final boolean[] inBody;
  private final boolean[] kept;
  private final double[] log;
  private final double[] links;
  private final boolean[] ends;
  private final int[] place;
  private final long[] names;
  private final int[] tags;
  private final Map<String, Long> read = new HashMap<>();

  /** What was last found around a container. */
  private float[] around = {};

  private int aroundOf = -1;
  private final Totals totals;
  private final int[] kind;
  private final Map<Kind, Integer> kinds = new HashMap<>();

  /**
   * @param blocks of the whole page, judged by the rules
   * @param body index of the element that the rules take for the article
   */
  private BlockFeatures(Outline page, List<Block> blocks, int body, String title) {
    this.page = page;
    this.blocks = blocks;
    this.title = words(title);
    int n = blocks.size();
    inBody = new boolean[n];
    kept = new boolean[n];
    log = new double[n];
    links = new double[n];
    ends = new boolean[n];
    place = new int[n];
    names = new long[page.size()];
    tags = new int[page.size()];
    Arrays.fill(names, UNREAD);
    kind = new int[page.size()];
    Map<List<Integer>, Integer> places = new HashMap<>();
    int[] known = new int[page.size()];
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      inBody[i] = block.isWithin(page, body);
      kept[i] = block.kept();
      log[i] = log1p(block.length);
      links[i] = block.linkDensity();
      ends[i] = isSentence(block.text);
      if (known[block.container] == 0) {
        known[block.container] =
            places.computeIfAbsent(place(block.container), any -> places.size() + 1);
      }
      place[i] = known[block.container] - 1;
    }
    totals = new Totals();
  }

  /** What is done with a row; it is filled again for the next block. */
  interface Use {
    void row(int block, float[] row);
  }

  /** A row for each block that is not settled; its columns are {@link #names()}. */
  static void each(Outline page, List<Block> blocks, int body, String title, Use use) {
    new BlockFeatures(page, blocks, body, title).rows(use);
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String own :
        new String[] {
          "chars",
          "words",
          "link-density",
          "sentence",
          "colon",
          "commas",
          "digits",
          "capitals",
          "heading",
          "code",
          "cell",
          "caption",
          "item",
          "quote",
          "in-body",
          "chrome",
          "comments"
        }) {
      names.add(own);
    }
    DROPS.forEach(drop -> names.add("rule-" + drop.name().toLowerCase(Locale.ROOT)));
    for (String own :
        new String[] {
          "kept",
          "page-chars",
          "page-blocks",
          "before-chars",
          "before-blocks",
          "from-here-chars",
          "from-here-blocks",
          "after-first",
          "before-last",
          "title",
          "seen",
          "copies",
          "place-blocks",
          "place-share",
          "place-chars",
          "place-links",
          "heading-distance",
          "heading-kept",
          "heading-chars"
        }) {
      names.add(own);
    }
    for (int up = 0; up < 6; up++) {
      names.add("prose-" + up);
    }
    for (int step : STEPS) {
      for (String own : new String[] {"kept", "link-density", "sentence", "chars", "place"}) {
        names.add("next" + (step > 0 ? "+" : "") + step + "-" + own);
      }
    }
    TAGS.forEach(tag -> names.add("tag-" + tag));
    NAMES.forEach(name -> names.add("name-" + name));
    return names;
  }

  private void rows(Use use) {
    Row row = new Row();
    Set<String> seen = new HashSet<>();
    long before = 0;
    int heading = -1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean repeated = !seen.add(block.text);
      if (!block.isSettled()) {
        row.size = 0;
        fill(row, i, before, heading, repeated);
        use.row(i, row.values);
      }
      before += block.length;
      heading = block.isHeading() ? i : heading;
    }
  }

  private void fill(Row row, int i, long before, int heading, boolean repeated) {
    int n = blocks.size();
    Block block = blocks.get(i);
    text(row, block, i);
    row.add(inBody[i]);
    row.add(block.furniture == Drop.CHROME);
    row.add(block.furniture == Drop.COMMENTS);
    for (Drop drop : DROPS) {
      row.add(block.drop == drop);
    }
    row.add(kept[i]);
    row.add(Math.log1p(Math.min(LETTERS, (double) totals.chars)));
    row.add(log1p(Math.min(BLOCKS, n)));
    row.add(share(before, totals.chars, LETTERS));
    row.add(share(i, n, BLOCKS));
    row.add(share(totals.chars - before, totals.chars, LETTERS));
    row.add(share(n - i, n, BLOCKS));
    row.add(share(i - totals.first, n, BLOCKS));
    row.add(share(totals.last - i, n, BLOCKS));
    row.add(totals.titleShare(block));
    row.add(repeated);
    row.add(log1p(Math.min(COPIES, totals.copies.getOrDefault(block.text, 0))));
    totals.place(row, i);
    row.add(heading < 0 ? -1 : Math.min(FAR_ABOVE, i - heading));
    row.add(heading < 0 ? -1 : kept[heading] ? 1 : 0);
    row.add(heading < 0 ? -1 : log[heading]);
    for (int p = block.container, up = 0; up < 6; up++) {
      row.add(p < 0 ? 1 : share(page.prose[p], totals.prose, LETTERS));
      p = p < 0 ? p : page.parent[p];
    }
    for (int step : STEPS) {
      neighbour(row, i, i + step);
    }
    if (aroundOf != block.container) {
      around = around(block.container);
      aroundOf = block.container;
    }
    row.add(around);
  }

  private void text(Row row, Block block, int i) {
    String text = block.text;
    int chars = Math.min(text.length(), 500);
    int words = 1;
    int quarters = 0;
    int commas = 0;
    int digits = 0;
    int capitals = 0;
    for (int k = 0; k < chars; k++) {
      char c = text.charAt(k);
      words += c == ' ' ? 1 : 0;
      quarters += TextLength.quarters(c);
      commas += isComma(c) ? 1 : 0;
      digits += isDigit(c) ? 1 : 0;
      capitals += isCapital(c) ? 1 : 0;
    }
    words += quarters / 4;
    row.add(log[i]);
    row.add(
        chars == text.length()
            ? log1p(words)
            : Math.log(1.0 + words * (double) text.length() / chars));
    row.add(links[i]);
    row.add(ends[i]);
    row.add(text.endsWith(":") || text.endsWith("："));
    row.add(commas / (double) words);
    row.add(digits / (double) chars);
    row.add(capitals / (double) chars);
    row.add(block.level);
    row.add(block.kind == Block.Kind.CODE);
    row.add(block.kind == Block.Kind.CELL);
    row.add(block.kind == Block.Kind.CAPTION);
    row.add(block.item == null ? 0 : block.item.depth());
    row.add(block.quotes);
  }

  private static boolean isComma(char c) {
    return c == ',' || c == '、' || c == '，' || c == '،';
  }

  private static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private static boolean isCapital(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  private void neighbour(Row row, int i, int other) {
    if (other < 0 || other >= blocks.size()) {
      for (int k = 0; k < 5; k++) {
        row.add(-1);
      }
      return;
    }
    row.add(kept[other]);
    row.add(links[other]);
    row.add(ends[other]);
    row.add(log[other]);
    row.add(place[other] == place[i]);
  }

  /** Of the whole, or of an ordinary page where the whole is more: -1 to 1. */
  private static double share(long part, long whole, int ordinary) {
    double share = part / (double) Math.max(1, Math.min(whole, ordinary));
    return Math.max(-1, Math.min(1, share));
  }

  private static double log1p(int count) {
    return count < LOGS.length ? LOGS[count] : Math.log(1.0 + count);
  }

  private static boolean isSentence(String text) {
    char last = text.charAt(text.length() - 1);
    return switch (last) {
      case '.', '!', '?', '”', '"', '。', '！', '？', '」', '।', '။', '។', '؟', '۔' -> true;
      default -> false;
    };
  }

  /** The kind of place a block stands in: its element and the two around it, by tag and class. */
  private List<Integer> place(int container) {
    List<Integer> place = new ArrayList<>(NEAR);
    for (int p = container, up = 0; p >= 0 && up < NEAR; p = page.parent[p], up++) {
      if (kind[p] == 0) {
        String names = page.element[p].attr("class");
        String start = names.length() > 100 ? names.substring(0, 100) : names;
        kind[p] = kinds.computeIfAbsent(new Kind(page.tag(p), start), any -> kinds.size() + 1);
      }
      place.add(kind[p]);
    }
    return place;
  }

  /** Elements that look alike. */
  private record Kind(String tag, String names) {}

  /** Tags and names around: 2 or 3 for the element itself, 2 for the next ones, 1 further up. */
  private float[] around(int container) {
    float[] around = new float[TAGS.size() + NAMES.size()];
    for (int p = container, up = 0; p >= 0 && up < FAR; p = page.parent[p], up++) {
      long marks = namesOf(p);
      int known = tags[p];
      if (known >= 0) {
        around[known] = Math.max(around[known], up == 0 ? 2 : 1);
      }
      float weight = up == 0 ? 3 : up < NEAR ? 2 : 1;
      for (long left = marks; left != 0; left &= left - 1) {
        int at = TAGS.size() + Long.numberOfTrailingZeros(left);
        around[at] = Math.max(around[at], weight);
      }
    }
    return around;
  }

  /** Read once an element, since it stands around many blocks. */
  private long namesOf(int i) {
    if (names[i] == UNREAD) {
      Element e = page.element[i];
      String tag = page.tag(i);
      tags[i] = TAG_COLUMNS.getOrDefault(tag, -1);
      boolean bare = e.attributesSize() == 0 || tag.equals("body") || tag.equals("html");
      names[i] = bare ? 0 : sectionsOf(e.attr("class")) | sectionsOf(e.attr("id"));
    }
    return names[i];
  }

  private long sectionsOf(String names) {
    return names.isEmpty()
        ? 0
        : read.computeIfAbsent(names, any -> HINTS.sectionsOf(page.parts(any)));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    String lower = text.toLowerCase(Locale.ROOT);
    forEachWord(lower, (from, to) -> words.add(lower.substring(from, to)));
    return words;
  }

  private interface Span {
    void at(int from, int to);
  }

  /** Runs of more than two letters or numbers. */
  private static void forEachWord(String text, Span use) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c);
      if (!isLetterOrNumber(pair ? text.codePointAt(i) : c)) {
        if (i - from > 2) {
          use.at(from, i);
        }
        from = i + 1 + (pair ? 1 : 0);
      }
      i += pair ? 1 : 0;
    }
    if (text.length() - from > 2) {
      use.at(from, text.length());
    }
  }

  private static boolean isLetterOrNumber(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  /** Sums over the page. */
  private final class Totals {
    long chars;
    int first;
    int last;
    long prose;
    private final BitSet starts = new BitSet(1024);
    final Map<String, Integer> copies = new HashMap<>();
    private final int[][] places = new int[blocks.size()][];

    Totals() {
      title.forEach(word -> starts.set(start(word, 0)));
      int n = blocks.size();
      last = Math.max(0, n - 1);
      first = -1;
      int end = -1;
      for (int i = 0; i < n; i++) {
        Block block = blocks.get(i);
        chars += block.length;
        copies.merge(block.text, 1, Integer::sum);
        places[place[i]] = places[place[i]] == null ? new int[3] : places[place[i]];
        int[] sums = places[place[i]];
        sums[0]++;
        sums[1] += block.length;
        sums[2] += block.linked;
        if (kept[i] && block.length > PROSE && links[i] < 0.3) {
          first = first < 0 ? i : first;
          end = i;
        }
      }
      first = Math.max(0, first);
      last = end < 0 ? last : end;
      prose = page.prose[0];
    }

    /** A number that two words share if their first three characters do, and seldom else. */
    private static int start(String text, int from) {
      int first = lower(text.charAt(from));
      int second = lower(text.charAt(from + 1));
      int third = lower(text.charAt(from + 2));
      return ((first * 31 + second) * 31 + third) & 1023;
    }

    private static int lower(char c) {
      return c < 0x80 ? c | 0x20 : Character.toLowerCase(c);
    }

    void place(Row row, int i) {
      int[] sums = places[place[i]];
      row.add(log1p(Math.min(BLOCKS, sums[0])));
      row.add(share(sums[0], blocks.size(), BLOCKS));
      row.add(share(sums[1], chars, LETTERS));
      row.add(sums[2] / (double) Math.max(1, sums[1]));
    }

    /** The share of the title's words that a short block repeats. */
    double titleShare(Block block) {
      if (title.isEmpty() || block.length > 300) {
        return 0;
      }
      Set<String> words = new HashSet<>();
      forEachWord(
          block.text,
          (from, to) -> {
            if (starts.get(start(block.text, from))) {
              words.add(block.text.substring(from, to).toLowerCase(Locale.ROOT));
            }
          });
      words.retainAll(title);
      return words.size() / (double) title.size();
    }
  }

  /** A row under construction. */
  private static final class Row {
    private float[] values = new float[128];
    private int size;

    void add(boolean value) {
      add(value ? 1 : 0);
    }

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = (float) value;
    }

    void add(float[] more) {
      while (size + more.length > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      System.arraycopy(more, 0, values, size, more.length);
      size += more.length;
    }
  }
}
