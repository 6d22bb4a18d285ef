package dev.mldigest.extract.body.feature;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.text.TextLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A block by itself: what its text is made of, and what the rules say of it. */
final class LineFeatures {
  private static final List<Drop> DROPS =
      List.of(
          Drop.LINKS, Drop.PHRASE, Drop.REPEATED, Drop.METADATA, Drop.TRAILER, Drop.BARE_HEADING);

  /** Characters that are counted; the rest of a longer line is taken to be like them. */
  private static final int COUNTED = 500;

  /** Four counts side by side in one number, each of fewer characters than are counted. */
  private static final int SORT = 0xffff;

  private static final int COMMA = 16;
  private static final int DIGIT = 32;
  private static final int CAPITAL = 48;

  /** By character of ASCII what it adds to them. */
  private static final long[] SORTS = sorts();

  private final BlockFacts facts;

  LineFeatures(BlockFacts facts) {
    this.facts = facts;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    names.addAll(List.of("chars", "words", "link-density", "sentence", "colon"));
    names.addAll(List.of("commas", "digits", "capitals"));
    names.addAll(List.of("heading", "code", "cell", "caption", "item", "quote"));
    names.addAll(List.of("in-body", "chrome", "comments"));
    DROPS.forEach(drop -> names.add("rule-" + drop.name().toLowerCase(Locale.ROOT)));
    names.add("kept");
    return names;
  }

  void add(int i, FeatureRow row) {
    Block block = facts.blocks.get(i);
    text(i, block.text, row);
    form(block, row);
    row.add(facts.inBody[i]);
    row.add(block.furniture == Drop.CHROME);
    row.add(block.furniture == Drop.COMMENTS);
    for (Drop drop : DROPS) {
      row.add(block.drop == drop);
    }
    row.add(facts.kept[i]);
  }

  private static long[] sorts() {
    long[] sorts = new long[0x80];
    sorts[' '] = 1;
    sorts[','] = 1L << COMMA;
    Arrays.fill(sorts, '0', '9' + 1, 1L << DIGIT);
    Arrays.fill(sorts, 'A', 'Z' + 1, 1L << CAPITAL);
    return sorts;
  }

  private void text(int i, String text, FeatureRow row) {
    int chars = Math.min(text.length(), COUNTED);
    long ascii = 0;
    int quarters = 0;
    int commas = 0;
    int digits = 0;
    int capitals = 0;
    for (int k = 0; k < chars; k++) {
      char c = text.charAt(k);
      if (c < 0x80) {
        ascii += SORTS[c];
      } else {
        quarters += TextLength.quarters(c);
        commas += isComma(c) ? 1 : 0;
        digits += Character.isDigit(c) ? 1 : 0;
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
    }
    int words = 1 + (int) (ascii & SORT) + quarters / 4;
    commas += (int) (ascii >> COMMA & SORT);
    digits += (int) (ascii >> DIGIT & SORT);
    capitals += (int) (ascii >> CAPITAL & SORT);
    row.add(facts.log[i]);
    row.add(
        chars == text.length()
            ? FeatureRow.log1p(words)
            : Math.log(1.0 + words * (double) text.length() / chars));
    row.add(facts.links[i]);
    row.add(facts.ends[i]);
    row.add(text.endsWith(":") || text.endsWith("："));
    row.add(commas / (double) words);
    row.add(digits / (double) chars);
    row.add(capitals / (double) chars);
  }

  private static void form(Block block, FeatureRow row) {
    row.add(block.level);
    row.add(block.kind == Block.Kind.CODE);
    row.add(block.kind == Block.Kind.CELL);
    row.add(block.kind == Block.Kind.CAPTION);
    row.add(block.item == null ? 0 : block.item.depth());
    row.add(block.quotes);
  }

  private static boolean isComma(char c) {
    return c == '、' || c == '，' || c == '،';
  }
}
