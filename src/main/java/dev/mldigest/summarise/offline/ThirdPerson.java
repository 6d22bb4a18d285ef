package dev.mldigest.summarise.offline;

import dev.mldigest.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the third person what a text says of its writers as "we" and "I", which printed unchanged
 * would be the newsletter's own voice. Only the pronouns change, the verbs behind them where one
 * speaks, and the day it was said on goes; {@link Retelling} proves it of every sentence. Where it
 * is not plain who is meant, or how the verb would read, there is no such form.
 */
final class ThirdPerson {
  /** When it was said: it is another day when the digest is read. */
  private static final Pattern TODAY =
      Pattern.compile(
          "^(?:today|yesterday|now|recently|this (?:week|month)),?\\s+(?=(?:we|i|our|my)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** "We're excited to": that a house is, is no news. */
  private static final Pattern EXCITED =
      Pattern.compile(
          "\\b(we|i)(?:['’](?:re|m)| are| am) (?:(?:very|so|super|also|incredibly) )?"
              + "(?:excited|thrilled|pleased|proud|happy|delighted|glad) to (?=\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WE_DO =
      Pattern.compile("^[Ww]e (?:(?:also|then|further|first|therefore|thus) )?(\\p{L}+)\\b");

  /** What one person expects or demands, that person says. */
  private static final Pattern OPINION =
      Pattern.compile(
          "\\b(?:(?<!at )will|won['’]t|should|must|going"
              + " to|never|always|better|best|worst|nobody|everyone|need to)\\b");

  /** The other verb of what one does: "and are adding". */
  private static final Pattern SECOND =
      Pattern.compile(
          ",? and (?:also |now |then )?(?:\\p{L}+ly )?(?:are|have|were|do)\\b[^.]*(?=\\.$)");

  /** In words: what is left of it is still a sentence. */
  private static final int FEWEST_LEFT = 9;

  static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
  static final Set<String> SUBJECTS = Set.of("we", "i");
  static final Set<String> WHOSE = Set.of("our", "my");
  static final Set<String> WHOM = Set.of("us", "me");
  static final Set<String> SELVES = Set.of("ourselves", "myself");

  /** Of whom it is hard to say who is meant. */
  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(?:let['’]?s|let us|let me|all of us|most of us|many of us|some of us|one of us|each"
              + " of us|none of us|both of us|rest of us|ours|mine|we all|us all|as we"
              + " know|we['’]d|i['’]d|me too)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "Made by Our Own Brand": a capital within a sentence, and one behind it. */
  private static final Pattern IN_A_NAME = Pattern.compile("(?:Our|My|We|Us|Me) \\p{Lu}");

  private final Speaker speaker;
  private final boolean paper;

  ThirdPerson(Speaker speaker, boolean paper) {
    this.speaker = speaker;
    this.paper = paper;
  }

  boolean isOfPaper() {
    return paper;
  }

  /** The sentence as it may be said, where it speaks in the first person; itself where not. */
  Optional<String> of(String sentence) {
    return of(sentence, "");
  }

  /**
   * The same behind what was said before it: who speaks is not called by the same word twice.
   *
   * @param before sentences in the third person; empty if none
   */
  Optional<String> of(String sentence, String before) {
    String plain = plain(atHome(sentence));
    if (!speaksItself(plain)) {
      return Optional.of(plain);
    }
    if (VAGUE.matcher(plain).find()) {
      return Optional.empty();
    }
    // Of one whose name is told, "their" reads wrong, and a quotation right.
    if (speaker.kind() == Speaker.Kind.PERSON && speaker.isNamed() && firsts(plain) > 1) {
      return Optional.empty();
    }
    String first = SECOND.matcher(plain).replaceFirst("");
    boolean cut = speaker.kind() == Speaker.Kind.HOUSE && Words.count(first) >= FEWEST_LEFT;
    return speakers(plain, before).stream()
        .flatMap(named ->
            told(plain, named, isNamed(named, before))
                .or(() -> cut ? told(first, named, isNamed(named, before)) : Optional.empty())
                .stream())
        .findFirst();
  }

  /** "At Example Labs, we": that is who we are. */
  private String atHome(String sentence) {
    return LeadIn.capital(
        sentence.replaceFirst(
            "^(?:Here )?[Aa]t " + Pattern.quote(speaker.name()) + ", (?=(?:we|our)\\b)", ""));
  }

  /** True if it is one person's to say: an order, or what will or should be. */
  boolean isOpinion(String sentence) {
    boolean order = !paper && CommandForm.test(sentence);
    boolean view = speaker.kind() == Speaker.Kind.PERSON && OPINION.matcher(sentence).find();
    return (order || view) && !speaksItself(sentence);
  }

  private static long firsts(String sentence) {
    return WORD.matcher(sentence)
        .results()
        .filter(word -> isFirst(part(word.group(), true)))
        .count();
  }

  /** Who may be said to speak, the best first. */
  private List<Speaker> speakers(String plain, String before) {
    boolean again = before.contains(speaker.name().substring(1));
    return switch (speaker.kind()) {
      case AUTHORS, TEXT ->
          paper && !before.contains(Speaker.PAPER.name().substring(1)) && isOfTheText(plain)
              ? List.of(Speaker.PAPER, speaker)
              : List.of(speaker);
      case HOUSE -> {
        Speaker several = Speaker.TEAM.asSeveral();
        yield again && speaker.equals(Speaker.TEAM) ? List.of(several) : List.of(speaker, several);
      }
      case PERSON -> List.of(again ? speaker.byLastName() : speaker);
    };
  }

  /** "They" stand for several who were named last. */
  private static boolean isNamed(Speaker named, String before) {
    return named.kind() == Speaker.Kind.AUTHORS && before.contains(named.name().substring(1));
  }

  /** "We propose", and nothing else that they do or have done to them. */
  private static boolean isOfTheText(String plain) {
    Matcher we = WE_DO.matcher(plain);
    return we.lookingAt()
        && Agreement.OF_TEXTS.contains(we.group(1))
        && WORD.matcher(plain)
                .results()
                .map(word -> part(word.group(), true))
                .filter(word -> isFirst(word) && !WHOSE.contains(word.toLowerCase(Locale.ROOT)))
                .count()
            == 1;
  }

  private Optional<String> told(String plain, Speaker named, boolean isNamed) {
    return new Pronouns(plain, named, paper, isNamed)
        .all()
        .filter(told -> Retelling.isOf(told, plain, named));
  }

  /** True if somebody speaks of himself outside quotation marks. */
  static boolean speaksItself(String sentence) {
    Matcher word = WORD.matcher(sentence);
    while (word.find()) {
      if (isFirst(part(word.group(), true))
          && !isQuoted(sentence, word.start())
          && !isName(sentence, word.start())) {
        return true;
      }
    }
    return false;
  }

  /** Without the day and the joy. */
  static String plain(String sentence) {
    Matcher today = TODAY.matcher(sentence);
    String timeless =
        today.lookingAt() ? LeadIn.capital(sentence.substring(today.end())) : sentence;
    return EXCITED.matcher(LeadIn.news(timeless)).replaceAll("$1 ");
  }

  static boolean isFirst(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    boolean roman = low.equals("i") && !word.equals("I");
    boolean shortForm = word.equals("US") || word.equals("ME");
    return !roman
        && !shortForm
        && (SUBJECTS.contains(low)
            || WHOSE.contains(low)
            || WHOM.contains(low)
            || SELVES.contains(low));
  }

  /** The pronoun, or what was drawn together with it: "we" and "re". */
  static String part(String word, boolean front) {
    int mark = Math.max(word.indexOf('\''), word.indexOf('’'));
    if (mark < 0) {
      return front ? word : "";
    }
    return front ? word.substring(0, mark) : word.substring(mark + 1);
  }

  /** No pronoun: a number, or a word of a name. */
  static boolean isName(String sentence, int at) {
    return isNumber(sentence, at)
        || (IN_A_NAME.matcher(sentence).region(at, sentence.length()).lookingAt()
            && sentence.substring(0, at).matches(".*[\\p{L}\\p{N},] $"));
  }

  /** "Phase I", "World War I of", "Type I error": behind a name, and no verb behind it. */
  private static boolean isNumber(String sentence, int at) {
    return sentence.startsWith("I", at)
        && sentence.substring(0, at).matches(".*\\b\\p{Lu}\\p{L}+ $")
        && (at + 1 == sentence.length()
            || Agreement.NONE.contains(sentence.substring(at + 1).strip().split("\\W", 2)[0]));
  }

  static boolean isQuoted(String sentence, int at) {
    String before = sentence.substring(0, at);
    long open = before.chars().filter(c -> c == '“').count();
    long close = before.chars().filter(c -> c == '”').count();
    return open > close || before.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
