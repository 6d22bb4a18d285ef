package dev.mldigest.extract.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names of HTML elements mean to a reader of text. */
public final class Tags {
  private Tags() {}

  private static final NameList NAMES = NameList.load("tags.txt");

  /** Elements that begin and end a line of text. */
  public static final Set<String> BLOCK = NAMES.section("lines");

  /** Elements that never hold readable text. */
  static final Set<String> SILENT = NAMES.section("silent");

  /** The level of a heading element, or 0. */
  public static int headingLevel(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
        ? tag.charAt(1) - '0'
        : 0;
  }

  public static final int IS_BLOCK = 1; // a bit of traits
  public static final int IS_SILENT = 2; // a bit of traits
  static final int IS_LINK = 4; // a bit of traits
  static final int IS_SIGN = 8; // a bit of traits
  private static final Map<String, Integer> TRAITS = traits();

  /** What a tag is, a bit each: looked up once an element. */
  public static int traits(String tag) {
    Integer known = TRAITS.get(tag);
    return known == null ? (tag.indexOf('-') > 0 ? IS_SIGN : 0) : known;
  }

  private static Map<String, Integer> traits() {
    Map<String, Integer> traits = new HashMap<>();
    BLOCK.forEach(tag -> traits.merge(tag, IS_BLOCK, (a, b) -> a | b));
    SILENT.forEach(tag -> traits.merge(tag, IS_SILENT, (a, b) -> a | b));
    NAMES.section("signs").forEach(tag -> traits.merge(tag, IS_SIGN, (a, b) -> a | b));
    List.of("a", "link").forEach(tag -> traits.merge(tag, IS_LINK, (a, b) -> a | b));
    return traits;
  }
}
