package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * For whom an item is, from a fixed list: {@code highlights.txt} holds the phrase, what a title
 * must say, and the words that the text must use. The prompts' schemas allow the same phrases and
 * no others, so neither a model nor a rule can invent a reader. Where title and text do not both
 * speak of a reader's matter, nobody is named.
 */
public final class Highlights {
  /** Different words of the matter in title and text: one may stand there by chance. */
  private static final int FEWEST = 4;

  /** A text on the matters of two readers is for neither alone. */
  private static final int MARGIN = 2;

  /** What a model names must be spoken of at all. */
  private static final int FEWEST_TO_AGREE = 2;

  /** A lead and the paragraphs after it: the subject stands there. */
  private static final int READ_CHARS = 6_000;

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private record Rule(String phrase, Pattern title, Pattern words, Pattern against) {}

  private final List<Rule> rules = new ArrayList<>();

  public Highlights() {
    for (String line : WordList.read("/summarise/highlights.txt").lines()) {
      String[] parts = line.split("\t", 4);
      Pattern against = parts.length < 4 ? NOTHING : atWord(parts[3]);
      rules.add(new Rule(parts[0], atWord(parts[1]), atWord(parts[2]), against));
    }
  }

  private static Pattern atWord(String form) {
    return Pattern.compile("\\b(?:" + form + ")");
  }

  /** All phrases in the list's order. */
  public List<String> phrases() {
    return rules.stream().map(Rule::phrase).toList();
  }

  /**
   * The phrase whose matter the title names and the text speaks of in the greatest variety. Empty
   * where there is none, or another comes near.
   */
  String forText(String title, String text) {
    String head = title.toLowerCase(Locale.ROOT);
    String all = head + "\n" + beginning(text);
    String best = "";
    long most = 0;
    long second = 0;
    for (Rule rule : rules) {
      long named = variety(rule.title(), head);
      boolean fits = named > 0 && !rule.against().matcher(all).find();
      long words = fits ? variety(rule.words(), all) : 0;
      if (words >= FEWEST && words > most) {
        second = most;
        most = words;
        best = rule.phrase();
      } else if (words > second) {
        second = words;
      }
    }
    return most >= second + MARGIN ? best : "";
  }

  /** True if a text speaks of the matter of a phrase that somebody else chose for it. */
  public boolean agrees(String phrase, String title, String text) {
    String all = title.toLowerCase(Locale.ROOT) + "\n" + beginning(text);
    return rules.stream()
        .anyMatch(
            rule -> rule.phrase().equals(phrase) && variety(rule.words(), all) >= FEWEST_TO_AGREE);
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), READ_CHARS)).toLowerCase(Locale.ROOT);
  }

  private static long variety(Pattern words, String text) {
    return words.matcher(text).results().map(MatchResult::group).distinct().count();
  }
}
