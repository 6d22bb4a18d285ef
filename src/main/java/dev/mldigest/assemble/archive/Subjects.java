package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an item is about, by words that readers look for it by, which stand in a list of their own:
 * English ones, of the field. What none of them tells is about nothing here.
 */
final class Subjects {
  /** How often its terms stand in a text that is of a subject: once is a remark in passing. */
  private static final int TOLD = 2;

  private static final Map<String, List<String>> TERMS = terms();

  private Subjects() {}

  /** In the list's order. */
  static List<String> of(Placed item) {
    String title = flat(item.title());
    String text = flat(item.text());
    return TERMS.entrySet().stream()
        .filter(subject ->
            count(title, subject.getValue()) > 0 || count(text, subject.getValue()) >= TOLD)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** True where the issues are written in the language of the list. */
  static boolean speak(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private static int count(String flat, List<String> terms) {
    int count = 0;
    for (String term : terms) {
      for (int at = flat.indexOf(term); at >= 0; at = flat.indexOf(term, at + 1)) {
        int end = at + term.length();
        count += flat.startsWith(" ", end) || flat.startsWith("s ", end) ? 1 : 0;
      }
    }
    return count;
  }

  /** Its words in small letters, a blank before and behind each. */
  private static String flat(String text) {
    return " " + String.join(" ", Words.of(text)) + " ";
  }

  private static Map<String, List<String>> terms() {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    WordList.read("/archive/topics.txt")
        .named()
        .forEach((name, all) ->
            terms.put(name, all.stream().map(term -> flat(term).stripTrailing()).toList()));
    return terms;
  }
}
