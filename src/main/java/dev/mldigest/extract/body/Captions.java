package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.text.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which captions are of the text: what names a listing or a table that is read itself, and what the
 * text refers to by its number. Of the others, which the trees judge, those go that say whose a
 * picture is.
 */
final class Captions {
  private static final NameList PHRASES = NameList.load("phrases.txt");
  private static final Set<String> CREDITS = PHRASES.section("credit");
  private static final Set<String> AGENCIES = PHRASES.section("agency");
  private static final Set<String> LABELS = PHRASES.section("label");

  /** What sets an agency's name off from what a picture shows. */
  private static final Pattern SET_OFF =
      Pattern.compile("(?:[/|©(]|\\b(?:photos?|via|image))\\s*$");

  /** Where a caption, a sentence or a bracket begins. */
  private static final Pattern BEGINS = Pattern.compile("(?:^|[.!?。(\\[|])\\s*$");

  /** "Figure 3", "Fig. 3", "Listing 4-1", "図2": a word and its number. */
  private static final Pattern LABEL =
      Pattern.compile("(\\p{L}{1,14})\\.?[ \\u00a0]?(\\d{1,3}(?:[.–-]\\d{1,3}){0,2})(?![\\d%])");

  /** Characters of the longest number of a label, and of its word where each letter is a pair. */
  private static final int LONGEST_NUMBER = 11;

  private static final int LONGEST_WORD = 28; // see LONGEST_NUMBER

  /** Characters before a phrase that are looked at. */
  private static final int SHOWN = 20;

  /** Letters by which a word and its abbreviation are one. */
  private static final int STEM = 3;

  private final Outline page;
  private final List<Block> blocks;

  private Captions(Outline page, List<Block> blocks) {
    this.page = page;
    this.blocks = blocks;
  }

  /**
   * @param blocks of the whole page with the verdict on each
   */
  static void judge(Outline page, List<Block> blocks) {
    if (blocks.stream().anyMatch(Captions::isJudged)) {
      new Captions(page, blocks).judge();
    }
  }

  private void judge() {
    Set<String> named = named();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (isJudged(block)) {
        if (isOfWhatIsRead(i) || isNamed(block, named)) {
          block.drop = null;
        } else if (block.kept() && isCredit(block.text)) {
          block.drop = Drop.METADATA;
        }
      }
    }
  }

  /** What the rules know for something else stays dropped. */
  private static boolean isJudged(Block block) {
    return block.kind == Block.Kind.CAPTION
        && block.inBody
        && (block.kept() || block.drop == Drop.UNLIKE);
  }

  /** Whether code or cells of its own figure or table are kept. */
  private boolean isOfWhatIsRead(int i) {
    int figure = blocks.get(i).container;
    while (figure > 0 && !isFigure(page.tag(figure))) {
      figure = page.parent[figure];
    }
    return figure > 0 && (isRead(i, -1, figure) || isRead(i, 1, figure));
  }

  private static boolean isFigure(String tag) {
    return tag.equals("figure") || tag.equals("table");
  }

  private boolean isRead(int i, int step, int figure) {
    for (int j = i + step; j >= 0 && j < blocks.size(); j += step) {
      Block block = blocks.get(j);
      if (!block.isWithin(page, figure)) {
        return false;
      }
      if (block.kept() && (block.kind == Block.Kind.CODE || block.kind == Block.Kind.CELL)) {
        return true;
      }
    }
    return false;
  }

  /** The labels that the text speaks of. */
  private Set<String> named() {
    Set<String> named = new HashSet<>();
    for (Block block : blocks) {
      if (block.kept() && block.kind != Block.Kind.CAPTION && block.kind != Block.Kind.CODE) {
        addLabels(block.text, named);
      }
    }
    return named;
  }

  /** Looks for a word before each number alone: most words have none behind them. */
  private static void addLabels(String text, Set<String> named) {
    Matcher label = LABEL.matcher(text).useTransparentBounds(true);
    int from = 0;
    for (int number = 1; number < text.length(); number++) {
      if (isDigit(text, number) && !isDigit(text, number - 1)) {
        int word = word(text, from, number);
        label.region(Math.max(0, word), Math.min(text.length(), number + LONGEST_NUMBER));
        if (word >= 0 && label.find() && label.start(2) == number) {
          named.add(folded(label));
          from = label.end();
        }
      }
    }
  }

  private static boolean isDigit(String text, int i) {
    return text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** Where the word before a number begins, or the part of it that counts; -1 without one. */
  private static int word(String text, int from, int number) {
    int end = number;
    end -= end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\u00a0') ? 1 : 0;
    end -= end > from && text.charAt(end - 1) == '.' ? 1 : 0;
    int start = end;
    while (start > from && end - start < LONGEST_WORD && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start == end ? -1 : start;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || Character.isSurrogate(c);
  }

  private static boolean isNamed(Block block, Set<String> named) {
    Matcher label = LABEL.matcher(block.text);
    return label.lookingAt() && isLabel(label.group(1)) && named.contains(folded(label));
  }

  private static boolean isLabel(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return LABELS.contains(lower) || LABELS.contains(lower.substring(lower.length() - 1));
  }

  private static String folded(Matcher label) {
    String word = label.group(1).toLowerCase(Locale.ROOT);
    int last = word.length() - 1;
    // Chinese and Japanese set no blank before the word.
    String stem =
        Character.isIdeographic(word.charAt(last))
            ? word.substring(last)
            : word.substring(0, Math.min(STEM, word.length()));
    return stem + label.group(2).replace('–', '-');
  }

  /** Whether a caption says whose the picture is. */
  static boolean isCredit(String text) {
    String folded = Phrase.fold(text);
    return CREDITS.stream()
            .anyMatch(phrase -> says(folded, phrase, isColon(phrase) ? BEGINS : null))
        || AGENCIES.stream().anyMatch(agency -> says(folded, agency, SET_OFF));
  }

  private static boolean isColon(String phrase) {
    return ":：=".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
  }

  /**
   * @param behind what stands before it, or null for anything
   */
  private static boolean says(String text, String phrase, @Nullable Pattern behind) {
    if (behind == null) {
      return Phrase.isIn(text, phrase);
    }
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      String before = text.substring(Math.max(0, at - SHOWN), at);
      if (Phrase.isIn(text.substring(at), phrase) && behind.matcher(before).find()) {
        return true;
      }
    }
    return false;
  }
}
