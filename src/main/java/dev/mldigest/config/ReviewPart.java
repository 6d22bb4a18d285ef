package dev.mldigest.config;

import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.key.Key;
import dev.mldigest.domain.key.KeyTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads which keys of the review page are the editor's own. */
final class ReviewPart {
  private ReviewPart() {}

  static Map<String, String> keys(YamlMap top) {
    Map<String, String> own = new LinkedHashMap<>();
    top.map("review", Keys.REVIEW)
        .flatMap(review -> review.map("keys", KeyTable.acts()))
        .ifPresent(map -> read(map, own));
    return own;
  }

  private static void read(YamlMap map, Map<String, String> own) {
    for (String act : KeyTable.acts()) {
      map.find(act, sign()).ifPresent(key -> own.put(act, key));
    }
    KeyTable.clash(KeyTable.with(own))
        .ifPresent(two ->
            map.wrong(
                given(two.getFirst(), two.getLast(), own), clash(two.getFirst(), two.getLast())));
  }

  /** Which of the two the editor gave a key. */
  private static String given(Key first, Key second, Map<String, String> own) {
    return own.containsKey(second.act()) ? second.act() : first.act();
  }

  private static String clash(Key first, Key second) {
    return "leaves '%s' with two acts, %s and %s: give one of them another key"
        .formatted(first.key(), first.act(), second.act());
  }

  /** One that a keyboard writes into a text: Backspace, Delete and their like are never bound. */
  private static ValueForm<String> sign() {
    String expected = "must be one letter or sign, in quotes where it is a number or '?'";
    return ValueForm.ofText(
        expected,
        text ->
            text.codePointCount(0, text.length()) == 1
                    && !Character.isWhitespace(text.codePointAt(0))
                    && !Character.isISOControl(text.codePointAt(0))
                    && Character.getType(text.codePointAt(0)) != Character.FORMAT
                ? ValueForm.good(text)
                : ValueForm.bad(expected));
  }
}
