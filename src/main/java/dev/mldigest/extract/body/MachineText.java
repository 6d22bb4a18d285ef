package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out what a program wrote for itself and a page shows by mistake: elements as text, the
 * sizes and names of files, identifiers, the fields of a record. Code, tables and items are not
 * asked, nor what the author set as code.
 */
final class MachineText {
  /** Elements that show or load something, with their address, and nothing else on the line. */
  private static final Pattern TAGS =
      Pattern.compile(
          "(?:\\s*<(?:img|iframe|source|picture|amp-img|video|script)\\s[^<>]{0,4000}/?>"
              + "|\\s*</?(?:img|iframe|source|picture|amp-img|video|script|noscript|figure)>)+\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIZE = Pattern.compile("\\d{2,5}\\s?[x×*]\\s?\\d{2,5}(?:\\s?px)?");

  private static final Pattern IDENTIFIER =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\p{XDigit}{24,}");

  private static final String PICTURE = "\\S+\\.(?:jpe?g|png|gif|webp|avif|svg)";

  private static final Pattern FILE =
      Pattern.compile(
          PICTURE + "(?:\\s\\(?\\d+(?:[.,]\\d+)?\\s?[KM]i?B\\)?)?", Pattern.CASE_INSENSITIVE);

  /** A label and its value on a line of their own. */
  private static final Pattern FIELD = Pattern.compile("[\\p{L}_][\\p{L} _-]{1,30}:\\s?\\S.{0,60}");

  /** Characters that it can match at most where each letter is a pair. */
  private static final int LONGEST_FIELD = 200;

  /** A label of one word and its value amid others. */
  private static final Pattern PAIR = Pattern.compile("\\b[A-Za-z][\\w-]{0,24}:\\s?[^\\s:]\\S*");

  /** What no author writes: a name with underscores, a time to the second, a file of a picture. */
  private static final Pattern RAW =
      Pattern.compile(
          "\\b[a-z]+_[a-z_]+:|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d|:\\s?" + PICTURE,
          Pattern.CASE_INSENSITIVE);

  /** Fields side by side: two may be a note of an author's. */
  private static final int FEWEST = 3;

  /** Letters of the longest line of fields. */
  private static final int LONGEST = 600;

  private MachineText() {}

  static void drop(Outline page, List<Block> blocks) {
    for (int i = 0; i < blocks.size(); ) {
      int to = i;
      boolean raw = false;
      while (to < blocks.size() && isShort(blocks.get(to)) && isField(blocks.get(to).text)) {
        raw |= RAW.matcher(blocks.get(to++).text).find();
      }
      if (raw && to - i >= FEWEST) {
        blocks.subList(i, to).forEach(MachineText::drop);
      } else if (isLine(blocks.get(i)) && is(blocks.get(i).text) && !isCode(page, blocks.get(i))) {
        drop(blocks.get(i));
      }
      i = Math.max(to, i + 1);
    }
  }

  private static void drop(Block block) {
    if (block.kept()) {
      block.drop = Drop.METADATA;
    }
  }

  private static boolean isLine(Block block) {
    return block.kept() && isShort(block);
  }

  /** Of a row of fields one may have been dropped already: it still belongs to the row. */
  private static boolean isShort(Block block) {
    boolean line = block.kind == Block.Kind.PARAGRAPH || block.kind == Block.Kind.CAPTION;
    return line && block.item == null && block.length <= LONGEST;
  }

  private static boolean isField(String text) {
    return text.length() <= LONGEST_FIELD && text.indexOf(':') > 0 && FIELD.matcher(text).matches();
  }

  private static boolean is(String text) {
    if (text.charAt(0) == '<') {
      return TAGS.matcher(text).matches();
    }
    return isName(text) || areFields(text);
  }

  private static boolean isName(String text) {
    return (Character.isDigit(text.charAt(0)) && SIZE.matcher(text).matches())
        || (text.length() > 23 && isHex(text) && IDENTIFIER.matcher(text).matches())
        || (endsAsFile(text) && text.indexOf('.') > 0 && FILE.matcher(text).matches());
  }

  /** Few lines do: the others need not be compared. */
  private static boolean isHex(String text) {
    return Character.digit(text.charAt(0), 16) >= 0
        && Character.digit(text.charAt(text.length() - 1), 16) >= 0;
  }

  /** With the last letter of a form of pictures, or of its size. */
  private static boolean endsAsFile(String text) {
    return "gfpGFPbB)".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whether most of a line is labels with their values, one of them raw. */
  private static boolean areFields(String text) {
    if (colons(text) < FEWEST || !RAW.matcher(text).find()) {
      return false;
    }
    Matcher pair = PAIR.matcher(text);
    int pairs = 0;
    int letters = 0;
    while (pair.find()) {
      pairs++;
      letters += pair.end() - pair.start();
    }
    return pairs >= FEWEST && letters * 3 > text.length() * 2;
  }

  private static int colons(String text) {
    int colons = 0;
    for (int i = text.indexOf(':'); i >= 0 && colons < FEWEST; i = text.indexOf(':', i + 1)) {
      colons++;
    }
    return colons;
  }

  private static boolean isCode(Outline page, Block block) {
    return page.element[block.container].selectFirst("code, kbd, samp, tt, var") != null;
  }
}
