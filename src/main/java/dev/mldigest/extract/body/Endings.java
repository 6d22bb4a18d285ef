package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what stands behind the last sentence of an article though nothing names it: who the
 * author is, and whose the rights are.
 */
final class Endings {
  private static final Set<String> RIGHTS = NameList.load("phrases.txt").section("rights");

  /** Blocks at the end among which such lines stand: a portrait, a name, some lines and links. */
  private static final int LAST = 5;

  /** Letters of the longest portrait of an author, and of the longest notice. */
  private static final int LONGEST = 700;

  /** Letters of a paragraph; an article has so many before it ends. */
  private static final int PARAGRAPH = 100;

  private static final int FEWEST = 3; // see PARAGRAPH

  private static final Pattern AND = Pattern.compile(",| and | & ");

  private Endings() {}

  /**
   * @param blocks of the whole page with the verdict on each
   */
  static void drop(List<Block> blocks, Metadata metadata) {
    List<String> authors = authors(metadata.imprint().byline());
    int paragraphs = 0;
    for (Block block : blocks) {
      paragraphs += block.kept() && isParagraph(block) ? 1 : 0;
    }
    boolean portrait = false;
    int left = LAST;
    for (int i = blocks.size() - 1; i >= 0 && left > 0; i--) {
      Block block = blocks.get(i);
      if (!block.kept()) {
        continue;
      }
      left--;
      boolean own = isLine(block) && isPortrait(block.text, authors);
      paragraphs -= isParagraph(block) ? 1 : 0;
      if (paragraphs < FEWEST) {
        return;
      }
      boolean name = portrait && block.length < PARAGRAPH && isName(block.text, authors);
      if (own || name || (isLine(block) && isOfRights(block.text))) {
        block.drop = Drop.METADATA;
        portrait |= own;
      }
    }
  }

  private static List<String> authors(@Nullable String byline) {
    return byline == null
        ? List.of()
        : AND.splitAsStream(byline)
            .map(String::strip)
            .filter(name -> name.indexOf(' ') > 0)
            .toList();
  }

  private static boolean isParagraph(Block block) {
    return block.kind == Block.Kind.PARAGRAPH && block.length >= PARAGRAPH;
  }

  private static boolean isLine(Block block) {
    return block.kind == Block.Kind.PARAGRAPH && block.cell == null && block.length <= LONGEST;
  }

  /** "Ann Sample is a reporter": the name, and a verb or what the name is set off by. */
  private static boolean isPortrait(String text, List<String> authors) {
    for (String author : authors) {
      int end = author.length();
      if (text.length() > end + 2 && text.regionMatches(true, 0, author, 0, end)) {
        char next = text.charAt(end);
        return (next == ' ' && Character.isLowerCase(text.charAt(end + 1))) || next == ',';
      }
    }
    return false;
  }

  private static boolean isName(String text, List<String> authors) {
    String letters = Folding.letters(text);
    return authors.stream().map(Folding::letters).anyMatch(letters::endsWith);
  }

  private static boolean isOfRights(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return RIGHTS.stream().anyMatch(lower::contains);
  }
}
