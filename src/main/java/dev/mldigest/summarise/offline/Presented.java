package dev.mldigest.summarise.offline;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence presents, said of the thing itself: "We introduce X, a Y that Z" is "X is a Y
 * that Z", "we propose X, which Zs" is "X Zs". All words are the sentence's but for the "is"; where
 * the sentence goes on with what its authors do, or claims to be the first or the best, which is
 * theirs to claim, there is no such form.
 */
public final class Presented {
  private static final String MADE =
      "introduces?|presents?|proposes?|develops?|describes?|designs?|devises?|releases?|unveils?"
          + "|introducing|presenting|releasing|launching|announces?|announcing|launch(?:es)?";

  /** Who presents it, behind what leads up to it. */
  private static final Pattern FRONT =
      Pattern.compile(
          "^(?:(?:To|For|In|By|Building|Motivated|Inspired|Based|With|Toward|Towards|Using|Drawing|Leveraging|Following|Rather|Unlike|Instead)\\b[^.;:]{3,160},"
              + " )?(?:[Ww]e|I|[Tt]his (?:paper|work|article|study|report)|[Tt]he"
              + " (?:authors|paper))(?:['’]re| are)?(?:"
              + " (?:also|then|therefore|thus|now|here|first|further|instead))? (?:"
              + MADE
              + ") ");

  /** A name, up to the comma behind which it is said what it is. */
  private static final Pattern WHAT =
      Pattern.compile(
          "^((?:the )?[\\p{L}\\p{N}][^,;:.]*(?:\\.\\d[^,;:.]*)*?), (an? |the |which |one of"
              + " )(.+)$");

  /** "X, a Y" of which more is told by those who made it. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?:,|\\band) (?:(?:also|then|further) )?(?:\\p{L}+ly"
              + " )?(?:show|demonstrate|introduce|propose"
              + "|present|use|evaluate|find|prove|release|open-source|provide|train|study|apply"
              + "|conduct|develop|build|design|argue|report|describe|discuss|explore|investigate"
              + "|analyze|validate|showing|demonstrating|finding|revealing|proving|discuss)\\b"
              + "|\\b(?:we|I)\\b");

  private static final Pattern CLAIM =
      Pattern.compile(
          "^(?:\\p{L}+ )?(?:first|only|best|largest|most|fastest|smallest|strongest)\\b");

  private static final Pattern ONE_DOES = Pattern.compile("^(?:\\p{L}+ly )?(\\p{L}+)\\b.*");

  /** In words: a longer front is a clause, not a name. */
  private static final int LONGEST_NAME = 9;

  private static final int FEWEST_OF_KIND = 4;

  private Presented() {}

  /** What is presented and what it is or does; empty where the sentence presents nothing so. */
  public static Optional<String> of(String sentence) {
    Matcher front = FRONT.matcher(sentence);
    if (!front.lookingAt()) {
      return Optional.empty();
    }
    Matcher what = WHAT.matcher(sentence.substring(front.end()));
    if (!what.matches() || !isName(what.group(1))) {
      return Optional.empty();
    }
    String joint = what.group(2).strip();
    String rest = what.group(3);
    if (GOES_ON.matcher(rest).find() || rest.split("\\s+").length < FEWEST_OF_KIND) {
      return Optional.empty();
    }
    String name = LeadIn.capital(what.group(1));
    if (joint.equals("which")) {
      return isDone(rest) ? Optional.of(name + " " + rest) : Optional.empty();
    }
    boolean claim = !joint.equals("a") && !joint.equals("an") && CLAIM.matcher(rest).lookingAt();
    return claim ? Optional.empty() : Optional.of(name + " is " + joint + " " + rest);
  }

  /** No "a new method", no list, and not a clause. */
  private static boolean isName(String text) {
    String[] words = text.split("\\s+");
    String first = words[0].toLowerCase(Locale.ROOT);
    boolean named =
        text.replaceFirst("^the ", "").chars().anyMatch(Character::isUpperCase)
            || (words.length <= 3 && !first.equals("the"));
    return named
        && words.length <= LONGEST_NAME
        && !first.equals("a")
        && !first.equals("an")
        && !text.contains(" and ")
        && !text.matches(
            ".*\\b(?:that|which|for|to|of|our|its|their|new|novel|how|two|three|several)\\b.*");
  }

  /** "X, which verifies": what one does, not what was done to it by somebody before. */
  private static boolean isDone(String rest) {
    Matcher verb = ONE_DOES.matcher(rest);
    return verb.matches()
        && (verb.group(1).endsWith("s")
            || verb.group(1).equals("can")
            || verb.group(1).equals("will"))
        && !verb.group(1).endsWith("ss");
  }
}
