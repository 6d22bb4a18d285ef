package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides block by block what of the body is the article: stock phrases, lists of links, sections
 * that follow an article, lines that repeat its headline, and repetitions go. It looks at text and
 * place alone; names of elements were {@link Pruner}'s.
 */
final class BlockFilter {
  private static final NameList PHRASES = NameList.load("phrases.txt");
  private static final Set<String> STARTS = PHRASES.section("start");
  private static final Set<String> FIRST_WORDS =
      STARTS.stream().map(BlockFilter::firstWord).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> WHOLE = PHRASES.section("whole");
  private static final Set<String> BEGINNINGS =
      Stream.concat(FIRST_WORDS.stream(), WHOLE.stream().map(BlockFilter::firstWord))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> TRAILERS = PHRASES.section("trailer");

  /** Letters of a line that may be a credit or begin with a phrase; longer ones are sentences. */
  private static final int SHORT = 140;

  /** The longest line that may be a phrase or begin with one. */
  private static final int LONGEST_PHRASE =
      Math.max(SHORT, WHOLE.stream().mapToInt(String::length).max().orElse(0));

  /** Signs and blanks around a phrase. */
  private static final int SIGNS = 60;

  /** Letters of a linked paragraph that the article itself says, on average of a list of links. */
  private static final int LONG_LINE = 120;

  /** Of its letters: items of a list of links have a date or a few words beside each link. */
  private static final double MOSTLY_LINKS = 0.7;

  private final List<Block> blocks;

  private BlockFilter(List<Block> blocks) {
    this.blocks = blocks;
  }

  static void filter(List<Block> blocks, Metadata metadata) {
    BlockFilter filter = new BlockFilter(blocks);
    filter.headline(metadata);
    filter.phrases();
    filter.links();
    filter.trailers();
    filter.repetitions();
    filter.bareHeadings();
  }

  /** The headline, and above it everything short; below it author and date, until prose begins. */
  private void headline(Metadata metadata) {
    String title = Folding.letters(metadata.title());
    String headline = Folding.letters(metadata.headline());
    int stop = Math.min(blocks.size(), 12);
    for (int i = 0; i < stop; i++) {
      Block block = blocks.get(i);
      boolean line = block.cell == null && block.length <= 300;
      String letters = line ? Folding.letters(block.text) : "";
      if (!letters.isEmpty() && (letters.equals(title) || letters.equals(headline))) {
        for (int j = 0; j <= i; j++) {
          if (blocks.get(j).length < SHORT) {
            drop(j, Drop.METADATA);
          }
        }
        credits(i + 1, metadata);
        return;
      }
    }
    credits(0, metadata);
  }

  private void credits(int from, Metadata metadata) {
    for (int i = from; i < Math.min(blocks.size(), from + 8); i++) {
      Block block = blocks.get(i);
      if (block.isHeading() || block.length > SHORT || block.kind == Block.Kind.CODE) {
        return;
      }
      if (Credits.isCredit(block.text, metadata.imprint().byline())) {
        drop(i, Drop.METADATA);
      }
    }
  }

  private void phrases() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.kind == Block.Kind.CODE || block.kind == Block.Kind.CELL || block.isHeading()) {
        continue;
      }
      if (block.length > LONGEST_PHRASE + SIGNS) {
        continue; // it is none of them, and need not be compared
      }
      if (!mayBegin(block.text)) {
        continue;
      }
      String line = Folding.bare(block.text);
      if (WHOLE.contains(line)
          || (line.length() < SHORT && starts(line) && !SentenceOfText.is(blocks, i))) {
        drop(i, Drop.PHRASE);
      }
    }
  }

  /** Whether a phrase may begin as the line does: its first word tells of most that none does. */
  private static boolean mayBegin(String text) {
    int from = 0;
    while (from < text.length() && isSign(text.charAt(from))) {
      from++;
    }
    int end = from;
    while (end < text.length() && text.charAt(end) < 0x80 && !isSign(text.charAt(end))) {
      end++;
    }
    return end == from
        || (end < text.length() && text.charAt(end) >= 0x80)
        || BEGINNINGS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
  }

  /** Of ASCII what is no letter and no digit. */
  private static boolean isSign(char c) {
    boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return c < 0x80 && !letter && !(c >= '0' && c <= '9');
  }

  private static boolean starts(String line) {
    if (!FIRST_WORDS.contains(firstWord(line))) {
      return false;
    }
    int words = 0;
    for (int i = 1; i <= Math.min(line.length(), 60) && words < 8; i++) {
      boolean end = i == line.length() || !Character.isLetterOrDigit(line.charAt(i));
      if (end) {
        words++;
        if (STARTS.contains(line.substring(0, i))
            || (i < line.length() && STARTS.contains(line.substring(0, i + 1)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String firstWord(String line) {
    int end = Math.min(1, line.length());
    while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }

  /** Lists and lines of links before the first and after the last prose; amid prose they stay. */
  private void links() {
    int first = 0;
    while (first < blocks.size() && !isProse(blocks.get(first), 100)) {
      first++;
    }
    int last = blocks.size() - 1;
    while (last > first && !isProse(blocks.get(last), 100)) {
      last--;
    }
    for (int i = 0; i < blocks.size(); ) {
      int to = runEnd(i);
      if ((to <= first || i > last) && isMostlyLinks(i, to)) {
        for (int j = i; j < to; j++) {
          drop(j, Drop.LINKS);
        }
      }
      i = to;
    }
  }

  private boolean isMostlyLinks(int from, int to) {
    int chars = 0;
    int linked = 0;
    for (Block block : blocks.subList(from, to)) {
      chars += block.length;
      linked += block.linked;
    }
    // A linked paragraph of length is said by the article itself.
    boolean brief = chars < LONG_LINE * (to - from);
    return brief
        && linked > chars * MOSTLY_LINKS
        && blocks.get(from).cell == null
        && !ForeignLinks.are(blocks.subList(from, to));
  }

  private int runEnd(int i) {
    Element list = list(blocks.get(i));
    int to = i + 1;
    while (list != null && to < blocks.size() && list.equals(list(blocks.get(to)))) {
      to++;
    }
    return to;
  }

  private static @Nullable Element list(Block block) {
    return block.item == null ? null : block.item.element().parent();
  }

  /** A heading such as "Related" ends what stands under it, and late in the text the article. */
  private void trailers() {
    long all = 0;
    for (Block block : blocks) {
      all += block.kept() ? block.length : 0;
    }
    long before = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean opener =
          (block.isHeading() || block.length < 60)
              && block.item == null
              && TRAILERS.contains(Folding.bare(block.text));
      if (opener && before > all * 0.25) {
        i = cut(i, before > all * 0.6) - 1;
        continue;
      }
      before += block.kept() ? block.length : 0;
    }
  }

  private int cut(int from, boolean late) {
    int level = blocks.get(from).level == 0 ? 7 : blocks.get(from).level;
    int i = from;
    do {
      drop(i++, Drop.TRAILER);
    } while (i < blocks.size()
        && !(endsSection(blocks.get(i), level) || (!late && isProse(blocks.get(i), 120))));
    return i;
  }

  private static boolean endsSection(Block block, int level) {
    return block.isHeading() && block.level <= level && block.linkDensity() < 0.5;
  }

  private static boolean isProse(Block block, int chars) {
    return block.length > chars && block.linkDensity() < 0.2;
  }

  private void repetitions() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean paragraph = block.kind == Block.Kind.PARAGRAPH && block.item == null;
      if (block.kept() && paragraph && block.length > 150 && !seen.add(block.text)) {
        drop(i, Drop.REPEATED);
      }
    }
  }

  private void bareHeadings() {
    int below = 0;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (!block.kept()) {
        continue;
      }
      if (!block.isHeading()) {
        below = 7;
      } else if (below == 0) {
        drop(i, Drop.BARE_HEADING);
      }
    }
  }

  private void drop(int i, Drop why) {
    Block block = blocks.get(i);
    block.drop = block.drop == null ? why : block.drop;
  }
}
