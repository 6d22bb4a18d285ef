package dev.mldigest.summarise.offline;

import dev.mldigest.text.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which sentences of an article are somebody else's: those of its block quotations, and those that
 * begin or end within quotation marks, or are nothing but a quotation. Printed alone they would be
 * read as the author's own.
 */
final class Quoted {
  private static final Pattern SAYS =
      Pattern.compile(
          "\\b(?:says?|said|wrote|writes|tells?|told|explain(?:s|ed)|argue[sd]?|note[sd]|add(?:s|ed)|according"
              + " to|calls?|called|asked|asks|announced|report(?:s|ed))\\b");

  private final String blocks;

  private Quoted(String blocks) {
    this.blocks = blocks;
  }

  /**
   * @param markdown of the article; block quotations are its lines with a ">"
   */
  static Quoted of(String markdown) {
    StringBuilder blocks = new StringBuilder();
    markdown
        .lines()
        .filter(line -> line.startsWith(">"))
        .forEach(line -> blocks.append(Texts.letters(line.replaceAll("\\]\\([^)]*\\)", ""))));
    return new Quoted(blocks.toString());
  }

  boolean test(String sentence) {
    String letters = Texts.letters(sentence);
    return (letters.length() > 20 && blocks.contains(letters))
        || isOpen(sentence)
        || (sentence.matches("^[\"“«„].*[\"”»“][.!?]?$")
            && !SAYS.matcher(sentence.toLowerCase(Locale.ROOT)).find());
  }

  /** True if a quotation begins and does not end, or ends and did not begin. */
  private static boolean isOpen(String sentence) {
    long plain = sentence.chars().filter(c -> c == '"').count();
    boolean german = Texts.count(sentence, "„") > 0;
    boolean curly = !german && Texts.count(sentence, "“") != Texts.count(sentence, "”");
    return plain % 2 == 1 || curly || Texts.count(sentence, "«") != Texts.count(sentence, "»");
  }
}
