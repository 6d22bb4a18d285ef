package dev.mldigest.domain.issue;

import java.util.Locale;
import java.util.Map;

/**
 * In what words and what language an issue is set.
 *
 * @param language tag of the digest's language: dates and numbers are written as it writes them
 * @param coverage true if readers are told how well the sources were read
 * @param own by the key of a {@link Label}, what stands in its place; and by {@link #CORRECTIONS}
 *     the address with places
 */
public record Labels(String language, boolean coverage, Map<String, String> own) {
  /** By which {@link #own} holds where readers tell what is wrong: a key of no label. */
  public static final String CORRECTIONS = "corrections";

  public static final Labels ENGLISH = new Labels("en", false, Map.of());

  public Labels {
    own = Map.copyOf(own);
  }

  public String of(Label label) {
    return own.getOrDefault(label.key(), label.english());
  }

  /** Where readers tell what is wrong with an item, with places for which; empty for nowhere. */
  public String corrections() {
    return own.getOrDefault(CORRECTIONS, "");
  }

  /** The label with what its places stand for, in one pass: what fills one is never searched. */
  public String filled(Label label, Map<String, String> places) {
    return filled(of(label), places);
  }

  /** The same for a text of the editor's own. */
  public static String filled(String text, Map<String, String> places) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String value = close < 0 ? null : places.get(text.substring(open + 1, close));
      filled.append(text, from, open).append(value == null ? "{" : value);
      from = value == null ? open + 1 : close + 1;
    }
    return filled.append(text.substring(from)).toString();
  }

  public Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
