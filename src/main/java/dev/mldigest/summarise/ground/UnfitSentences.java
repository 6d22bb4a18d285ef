package dev.mldigest.summarise.ground;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows sentences that no summary may show and no model needs to read: instructions to a model, the
 * page's own furniture (subscribe, cookies, share), and lines that are mostly links or code.
 *
 * <p>The screen keeps noise and the crudest attacks out; it is no defence by itself: text is never
 * executed, and what is shown is escaped by the renderer.
 */
public final class UnfitSentences {
  /** Longer "sentences" are tables, lists or code whose stops were lost. */
  public static final int LONGEST = 1_000;

  /** Headings and captions are mostly shorter. */
  private static final int FEWEST_WORDS = 7;

  /** A pattern that counts only where an order can begin. */
  private static final String PLACED = "> ";

  /** The front of a sentence or what stands behind a mark, with what may go before an order. */
  private static final String FRONT =
      "(?:^|[.:;!?,(\\[\"*] {0,2}| [-–—]"
          + " )(?:(?:please|kindly|now|instead|also|then|first|and|but|so|you must|you should|you"
          + " shall|you have to) {1,2}){0,3}(?:[a-z]{1,20}[,:] ){0,2}";

  private static final List<Pattern> INSTRUCTIONS = patterns("instructions.txt");
  private static final List<Pattern> FURNITURE = patterns("boilerplate.txt");

  private UnfitSentences() {}

  /** True if the sentence must neither be chosen nor shown to a model. */
  public static boolean test(String sentence) {
    if (sentence.length() > LONGEST) {
      return true;
    }
    String folded = fold(sentence);
    return isInstruction(folded) || matches(FURNITURE, folded) || isLinksOrCode(sentence);
  }

  /** True for a full sentence that is fit; false for headings, captions and list items, too. */
  public static boolean isWhole(String sentence) {
    return Words.count(sentence) >= FEWEST_WORDS
        && Sentences.isStatement(sentence)
        && !test(sentence);
  }

  /** True if the text speaks to a model rather than to a reader. */
  public static boolean speaksToAModel(String text) {
    return isInstruction(fold(text));
  }

  /** True if the text holds an address, an e-mail address or a piece of markup. */
  public static boolean holdsMarkup(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    return low.contains("://")
        || low.contains("www.")
        || low.contains("](")
        || low.contains("![")
        || low.contains("```")
        || low.contains("</")
        || low.contains("/>")
        || low.contains("javascript:")
        || low.contains("data:text")
        || low.contains("mailto:")
        || TAG.matcher(low).find();
  }

  // Bounded and without nesting: linear on hostile input.
  private static final Pattern TAG =
      Pattern.compile("<[a-z!][a-z0-9-]{0,20}[ >]|&#?[a-z0-9]{2,8};|\\w@\\w{1,60}\\.\\w");

  private static boolean isInstruction(String folded) {
    return matches(INSTRUCTIONS, folded);
  }

  private static boolean matches(List<Pattern> patterns, String folded) {
    return patterns.stream().anyMatch(p -> p.matcher(folded).find());
  }

  /** Compatibility forms, zero-width and soft characters gone, white space folded, lower case. */
  private static String fold(String text) {
    return Texts.folded(text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text)
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isLinksOrCode(String sentence) {
    int letters = 0;
    int marks = 0;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (Character.isLetter(c) || isVowel(c)) {
        letters++;
      } else if ("{}[]<>=;|\\_#/`$@^~*&".indexOf(c) >= 0) {
        marks++;
      }
    }
    int links = Texts.count(sentence, "://");
    // Half is letters; one mark in eight is code; one address in sixty characters is a list of
    // links.
    return letters * 2 < sentence.length()
        || marks * 8 > sentence.length()
        || links * 60 > sentence.length();
  }

  /** In many scripts vowels and tones are marks around a letter: half of what is written. */
  private static boolean isVowel(char c) {
    return c >= 0x300
        && (Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  private static List<Pattern> patterns(String name) {
    return WordList.read("/summarise/" + name).lines().stream()
        .map(line -> line.startsWith(PLACED) ? FRONT + "(?:" + line.substring(2) + ")" : line)
        .map(Pattern::compile)
        .toList();
  }
}
