package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence without the praise of what it tells: "a breakthrough runtime" is a runtime, "Labs'
 * most capable model to date" goes. Only takes out, but for the article that the next word wants,
 * and only where the sentence stands without it; what limits, negates or compares stays.
 */
public final class Sober {
  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/sober.txt").named();

  private static final Set<String> GUARDED = Set.copyOf(words("guarded"));
  private static final Set<String> STOPS = Set.copyOf(words("stops"));

  /** Behind what an adjective stands that is one of its noun: an article, a number, whose. */
  private static final String BEFORE =
      "(?:an?|the|its|their|our|my|his|her|this|these|those|two|three|four|five|several|many|new"
          + "|novel|with|of|for|into|as|\\p{L}+['’]s?)";

  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])("
              + BEFORE
              + ") (?:"
              + either("adjectives")
              + "),? (?=([\\p{L}\\p{N}]+))",
          Pattern.CASE_INSENSITIVE);

  /**
   * What is held against, and what is reached, is told by it: "achieves a new state-of-the-art".
   */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?:\\b(?:the|new|with|of|for|into|as)|(?:achiev|establish|set|deliver|reach|obtain|attain|yield|demonstrat|exhibit|show|match|offer|provid)\\p{L}*"
              + " an?) (?:state[-‑ ]of[-‑ ]the[-‑ ]art|SOTA) $",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEGREE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(?:([\\p{L}'’]+) )?(?:"
              + either("degrees")
              + ") (?=([\\p{L}\\p{N}]+))",
          Pattern.CASE_INSENSITIVE);

  /** "A small but powerful tool": one of two adjectives. */
  private static final Pattern SECOND =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])("
              + BEFORE
              + " [\\p{L}-]+)(?: but| yet| and|,) (?:"
              + either("adjectives")
              + ") (?=([\\p{L}\\p{N}]+))",
          Pattern.CASE_INSENSITIVE);

  /** "A dramatically faster tool": than what is not said. */
  private static final Pattern FASTER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(an?) (?:"
              + either("degrees")
              + ") (?:faster|better|cheaper|smarter|stronger|simpler|easier|smaller|larger|bigger)"
              + " (?=([\\p{L}\\p{N}]+))",
          Pattern.CASE_INSENSITIVE);

  /** "X is a Y and it now Zs": the news is that it Zs. */
  private static final Pattern NOW =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}\\p{N}.-]*(?: [\\p{Lu}\\p{N}][\\p{L}\\p{N}.-]*){0,3}) is an?"
              + " [^.;:]{3,90}? and (?:it )?(now \\p{L}+.*)$");

  private static final Pattern IN_THIS =
      Pattern.compile(" in this (?:paper|work|article|study|report)(?=[,.])");

  private static final Pattern THAN_EVER = Pattern.compile(" than ever(?: before)?\\b");

  /** "To facilitate further research, we release": why everybody releases. */
  private static final Pattern RESEARCH =
      Pattern.compile(
          "^To (?:facilitate|foster|support|promote|encourage|advance|accelerate) (?:further"
              + " |future |open |community |reproducible"
              + " )?(?:research|work|progress|development|reproducibility)(?: (?:in|on|of)"
              + " [^,]{3,60})?, |,? to"
              + " (?:facilitate|foster|support|promote|encourage|advance|accelerate) (?:further"
              + " |future |open |community )(?:research|work|progress|development)(?: (?:in|on|of)"
              + " [^,.]{3,60})?(?=\\.$)");

  /** ", our most capable model to date", up to what goes on behind it. */
  private static final Pattern APPOSITION =
      Pattern.compile(
          ", (?:our|its|their|the|(?:\\p{Lu}[\\p{L}\\p{N}.-]* ){0,3}\\p{Lu}[\\p{L}\\p{N}.-]*['’]s?)"
              + " (?:"
              + either("superlatives")
              + ")(?: [\\p{L}\\p{N}-]+){1,5}(?=[,:;.)])");

  private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])(n?) $");

  private static final Pattern FRONT = Pattern.compile("^(?:" + either("fronts") + "), (?=\\S)");

  private static final Set<String> ARTICLES = Set.of("a", "an");

  private Sober() {}

  private static List<String> words(String name) {
    return Objects.requireNonNull(CLASSES.get(name), name);
  }

  /** Hyphens of all kinds and blanks are alike in them. */
  private static String either(String name) {
    return words(name).stream()
        .map(word -> Pattern.quote(word).replace("-", "\\E[-‑ ]\\Q"))
        .collect(Collectors.joining("|"));
  }

  public static String of(String sentence) {
    String text = FRONT.matcher(sentence).replaceFirst("");
    text = THAN_EVER.matcher(RESEARCH.matcher(text).replaceAll("")).replaceAll("");
    text = NOW.matcher(IN_THIS.matcher(text).replaceAll("")).replaceFirst("$1 $2");
    text = without(text, FASTER);
    text = APPOSITION.matcher(text).replaceAll("");
    // Twice: "a remarkable, powerful tool" has one behind the other.
    for (int round = 0; round < 2; round++) {
      text = without(text, ADJECTIVE);
      text = without(text, DEGREE);
      text = without(text, SECOND);
    }
    return isOf(text, sentence) ? LeadIn.capital(text) : sentence;
  }

  private static String without(String sentence, Pattern praise) {
    boolean adjectives = praise != DEGREE;
    Matcher matcher = praise.matcher(sentence);
    StringBuilder sober = new StringBuilder();
    int done = 0;
    while (matcher.find()) {
      String before = matcher.group(1) == null ? "" : matcher.group(1);
      String after = matcher.group(2).toLowerCase(Locale.ROOT);
      boolean kept =
          STOPS.contains(after)
              || GUARDED.contains(before.toLowerCase(Locale.ROOT))
              || before.endsWith("n't")
              || before.endsWith("n’t")
              || (adjectives && TELLING.matcher(sentence.substring(0, matcher.start(2))).find());
      if (!kept) {
        sober.append(sentence, done, matcher.start()).append(before.isEmpty() ? "" : before + " ");
        done = matcher.end();
        agree(sober, after);
      }
    }
    return sober.append(sentence.substring(done)).toString();
  }

  private static void agree(StringBuilder sober, String after) {
    Matcher article = ARTICLE.matcher(sober);
    if (article.find()) {
      boolean vowel = "aeiou".indexOf(after.charAt(0)) >= 0;
      sober.replace(article.start(), sober.length(), article.group(1) + (vowel ? "n " : " "));
    }
  }

  /** True if nothing was added but an article's n. */
  static boolean isOf(String sober, String sentence) {
    List<String> left = words(sober, "[^\\p{L}\\p{N}]+");
    int at = 0;
    for (String word : words(sentence, "[^\\p{L}\\p{N}]+")) {
      boolean same =
          at < left.size()
              && (left.get(at).equals(word)
                  || (ARTICLES.contains(word) && ARTICLES.contains(left.get(at))));
      at += same ? 1 : 0;
    }
    return at == left.size();
  }

  private static List<String> words(String text, String between) {
    return List.of(text.toLowerCase(Locale.ROOT).split(between));
  }
}
