package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * For whom an item is a must-read, from a fixed list: {@code highlights.txt} holds the phrase, a
 * tab and the words that call for it. The prompts' schemas allow the same phrases and no others, so
 * neither a model nor a rule can invent a reader.
 */
public final class Highlights {
  /** A word of the title that the text takes up too, or three different words of the text. */
  private static final long BAR = 5;

  /** A word so often is no passing mention; it breaks ties only. */
  private static final int OFTEN = 4;

  /** A lead and the paragraphs after it: the subject stands there. */
  private static final int READ_CHARS = 6_000;

  private record Rule(String phrase, Pattern words) {}

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> phrases = new ArrayList<>();

  public Highlights() {
    for (String line : WordList.read("/summarise/highlights.txt").lines()) {
      String[] parts = line.split("\t", 2);
      phrases.add(parts[0]);
      rules.add(new Rule(parts[0], Pattern.compile("\\b(?:" + parts[1] + ")")));
    }
  }

  /** All phrases in the list's order. */
  public List<String> phrases() {
    return List.copyOf(phrases);
  }

  /**
   * The phrase whose words the text uses in the greatest variety, those of the title counting most:
   * one word that a text repeats does not make its subject. The first of the list wins a tie. Below
   * a bar, the list's last two stand for papers and for everything else.
   */
  String forText(String title, String text, boolean paper) {
    String head = title.toLowerCase(Locale.ROOT);
    String body = text.substring(0, Math.min(text.length(), READ_CHARS)).toLowerCase(Locale.ROOT);
    String best = phrases.get(phrases.size() - (paper ? 2 : 1));
    long most = BAR - 1;
    for (Rule rule : rules.subList(0, rules.size() - 2)) {
      long hits =
          3 * variety(rule, head) + 2 * variety(rule, body) + (occurs(rule, body, OFTEN) ? 1 : 0);
      if (hits > most) {
        most = hits;
        best = rule.phrase();
      }
    }
    return best;
  }

  private static long variety(Rule rule, String text) {
    return rule.words().matcher(text).results().map(MatchResult::group).distinct().count();
  }

  private static boolean occurs(Rule rule, String text, int times) {
    return rule.words().matcher(text).results().limit(times).count() == times;
  }
}
