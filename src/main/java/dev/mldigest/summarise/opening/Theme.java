package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What several items of an issue speak of: two words beside each other that stand in three items
 * and more, in the title of one of them, and that are not said of everything in the field. No theme
 * rather than a forced one.
 */
final class Theme {
  /** Two may meet by chance. */
  private static final int FEWEST_ITEMS = 3;

  /** Letters: shorter words are abbreviations, of which two beside each other name nothing. */
  private static final int SHORTEST_WORD = 3;

  private static final Set<String> COMMON = WordList.read("/summarise/common-phrases.txt").set();

  /** What is done names no subject. */
  private static final Set<String> VERBS = Retold.verbs();

  private Theme() {}

  /** A phrase as it was first written, the items that say it, and where. */
  private record Shared(
      String words, List<Opening.Ground> grounds, List<String> items, List<String> titled) {
    Shared(String words) {
      this(words, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * @param items those that matter most first
   */
  static Optional<Opening.Sentence> of(List<Issue.Item> items) {
    Map<String, Shared> phrases = new LinkedHashMap<>();
    for (Issue.Item item : items) {
      List<SummarySentence> sentences = item.summary().sentences();
      for (int i = 0; i < sentences.size(); i++) {
        note(phrases, item, Texts.oneLine(sentences.get(i).text()), i + 1);
      }
      if (TitleLine.isQuotable(item)) {
        note(phrases, item, Texts.oneLine(item.title()), 0);
      }
    }
    return phrases.values().stream()
        .filter(shared -> shared.items.size() >= FEWEST_ITEMS && !shared.titled.isEmpty())
        .max(Comparator.comparingInt(shared -> shared.items.size()))
        .map(shared ->
            new Opening.Sentence(
                "Several of the items speak of " + shared.words + ".", shared.grounds));
  }

  /**
   * @param sentence its place in the summary, from 1, or 0 for the title
   */
  private static void note(
      Map<String, Shared> phrases, Issue.Item item, String text, int sentence) {
    for (String[] pair : pairs(text)) {
      String written = pair[0] + " " + pair[1];
      String key = Words.stem(low(pair[0])) + " " + Words.stem(low(pair[1]));
      if (COMMON.contains(key)) {
        continue;
      }
      Shared shared = phrases.computeIfAbsent(key, k -> new Shared(plain(written)));
      if (sentence == 0) {
        shared.titled.add(item.id());
      } else if (shared.grounds.stream().noneMatch(ground -> ground.item().equals(item.id()))) {
        shared.grounds.add(new Opening.Ground(item.id(), sentence));
      }
      if (!shared.items.contains(item.id())) {
        shared.items.add(item.id());
      }
    }
  }

  /** Words that only a blank or a hyphen parts, both of them telling. */
  static List<String[]> pairs(String text) {
    List<String[]> pairs = new ArrayList<>();
    for (String run : text.split("[^\\p{L}\\p{N} -]+", -1)) {
      List<String> words = Words.split(run);
      for (int i = 0; i + 1 < words.size(); i++) {
        if (tells(words.get(i)) && tells(words.get(i + 1))) {
          pairs.add(new String[] {words.get(i), words.get(i + 1)});
        }
      }
    }
    return pairs;
  }

  private static boolean tells(String word) {
    return word.length() >= SHORTEST_WORD
        && Words.carries(low(word))
        && !VERBS.contains(low(word))
        && word.chars().noneMatch(Character::isDigit);
  }

  /** As in the middle of a sentence: names and abbreviations keep their letters. */
  private static String plain(String written) {
    boolean title =
        written.chars().filter(Character::isUpperCase).count() <= 2
            && written.matches("\\p{Lu}[\\p{Ll}-]+ \\p{Lu}?[\\p{Ll}-]+");
    return title ? low(written) : written;
  }

  static String low(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
