package dev.mldigest.summarise.opening;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.offline.House;
import dev.mldigest.summarise.offline.Sober;
import dev.mldigest.summarise.offline.Trims;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an item says in one sentence of the introduction: of its summary the one that tells most of
 * what the title names and stands alone there, in the third person, with the sentence as its
 * ground. What shares no word with the title, or praises, is not what the item is about.
 */
final class IntroSentence {
  /** Two lines of a page; a longer sentence is shortened where it may be, else left whole. */
  private static final int GOOD = 200;

  /** Some fifty words. */
  private static final int LONGEST = 320;

  // A sentence behind the first tells less, unless it says what was shown or how much.
  private static final double PLACE = 0.4;
  private static final double SHOWN = 1;
  private static final double FIGURE = 0.5;

  /** Of a title's words so many, or a sentence without news may be of a detail. */
  private static final double ABOUT = 0.25;

  /** Of a title's words so many, and the sentence says what the title does. */
  private static final double MOSTLY = 0.5;

  /** Of a sentence that says all words of the title: as much as what was shown. */
  private static final double TITLED = 1;

  /** A verb of news, as much as a figure. */
  private static final double HAPPENED = 0.5;

  /**
   * Who reads of a paper first must be told what its name is of: as much as a result with figure.
   */
  private static final double INTRODUCES = 1.5;

  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:We|The (?:authors|paper)) (?:introduce|present|propose)s? (?:\\p{Lu}[^,]{1,60}),"
              + " (?:an?|the) |(?:The )?\\p{Lu}[^,;:]{1,70}? is (?:an?|the) ");

  /** A capital or a figure inside a word, or a capital behind the first word. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<=\\p{Ll}"
              + " )\\p{Lu}[\\p{L}\\p{N}.-]{2,}|\\b\\p{L}[\\p{L}-]*[\\p{Lu}\\p{N}][\\p{L}\\p{N}.-]*|^\\p{Lu}\\p{Ll}{2,}(?="
              + " (?:\\p{Ll}+s|is|are) )");

  /** Words up to a sentence's own verb. */
  private static final int EARLY = 7;

  private static final Set<String> HAPPENS = Retold.words("happens");

  private static final Set<String> POINTING = Retold.words("pointing");
  private static final Set<String> COMMANDS = Retold.words("commands");
  private static final Set<String> BACK = Retold.words("back");

  private static final Set<String> VERBS = Retold.tellingVerbs();

  private static final Pattern WE =
      Pattern.compile("^We (also |now |then |further )?(\\p{L}[\\p{L}-]*)\\b");

  /** Whose authors they are. */
  private static final Pattern PLACED =
      Pattern.compile("In a paper, the authors |Writing for .{1,80}, the authors ");

  private IntroSentence() {}

  /** A sentence and how much it tells. */
  private record Told(Opening.Sentence sentence, double worth, boolean news, double titled) {}

  /** The one that tells most, if any does. */
  static Optional<Opening.Sentence> of(Issue.Item item) {
    return best(item).map(Told::sentence);
  }

  /** The same, where it says what was shown, what happened or how much. */
  static Optional<Opening.Sentence> ofNews(Issue.Item item) {
    return best(item).filter(told -> told.news).map(Told::sentence);
  }

  /** The same, where it says most of what its title names. */
  static Optional<Opening.Sentence> ofTitle(Issue.Item item) {
    return best(item).filter(told -> told.titled >= MOSTLY).map(Told::sentence);
  }

  private static Optional<Told> best(Issue.Item item) {
    List<Told> all = new ArrayList<>();
    List<SummarySentence> sentences = item.summary().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = Sober.of(sentences.get(i).text().strip());
      double titled = titled(item, sentence);
      if (Retold.isUsable(sentence) && !Retold.isHype(sentence) && titled > 0) {
        String bare = Retold.bare(sentence);
        Opening.Ground ground = new Opening.Ground(item.id(), i + 1);
        double news = worth(item, bare);
        double worth = news + TITLED * titled - PLACE * i;
        boolean about = news > 0 || titled >= ABOUT;
        (about ? told(item, bare) : Optional.<String>empty())
            .map(text -> new Opening.Sentence(text, List.of(ground)))
            .ifPresent(told -> all.add(new Told(told, worth, news > 0, titled)));
      }
    }
    return all.stream().max(Comparator.comparingDouble(Told::worth));
  }

  /** The part of the title's telling words that the sentence has; all if the title has none. */
  private static double titled(Issue.Item item, String sentence) {
    Set<String> title = new HashSet<>(Words.roots(Texts.oneLine(item.title())));
    Set<String> shared = new HashSet<>(title);
    shared.retainAll(Set.copyOf(Words.roots(sentence)));
    return title.isEmpty() ? 1 : (double) shared.size() / title.size();
  }

  /** What was shown or happened, or what a paper's new thing is, before what is; and how much. */
  private static double worth(Issue.Item item, String bare) {
    boolean shown = !Retold.clause(bare).equals(bare) && !SubjectLine.isPraise(bare);
    boolean made = isPaper(item) && INTRODUCED.matcher(bare).lookingAt();
    boolean happened = Words.of(bare).stream().limit(EARLY).anyMatch(HAPPENS::contains);
    return (shown ? SHOWN : 0)
        + (made ? INTRODUCES : 0)
        + (SubjectLine.hasFigure(bare) ? FIGURE : 0)
        + (happened ? HAPPENED : 0);
  }

  private static Optional<String> told(Issue.Item item, String bare) {
    return Stream.of(Retold.clause(bare), bare)
        .distinct()
        .flatMap(text -> Stream.of(shortened(text), text))
        .map(text -> named(item, Retold.isFirstPerson(text) ? thirdPerson(item, text) : text))
        .filter(text -> !text.isEmpty() && TextLength.letters(text) <= LONGEST && standsAlone(text))
        .filter(text -> namesItsSubject(item, text))
        .findFirst();
  }

  /** Who "the authors" are, as far as the source tells. */
  private static String named(Issue.Item item, String text) {
    if (isPaper(item)) {
      return Retold.ofAPaper(Retold.ofPaper(text));
    }
    return text.startsWith("The authors ")
        ? "Writing for " + House.name(item.source()) + ", t" + text.substring(1)
        : text;
  }

  private static boolean isPaper(Issue.Item item) {
    return Stream.of(SourceKind.values())
        .anyMatch(kind -> kind.isPaper() && kind.word().equals(item.kind()));
  }

  private static String shortened(String text) {
    return Trims.of(text).stream()
        .map(Trims.Form::text)
        .filter(form -> TextLength.letters(form) <= GOOD)
        .max(Comparator.comparingInt(String::length))
        .orElse(text);
  }

  /** Of a paper its authors speak, of a house's own pages the house; of others nobody knows who. */
  private static String thirdPerson(Issue.Item item, String text) {
    if (isPaper(item)) {
      return Retold.ofPaper(Retold.ofAuthors(text));
    }
    Matcher we = WE.matcher(text);
    if (!House.owns(item.source(), item.url()) || !we.find() || !VERBS.contains(we.group(2))) {
      return "";
    }
    String also = we.group(1) == null ? "" : we.group(1);
    return House.name(item.source())
        + " "
        + also
        + Retold.ofOne(we.group(2))
        + text.substring(we.end()).replaceAll("\\b[Oo]ur\\b", "its");
  }

  /** Of a post: a name of its title, or most of what the title says. */
  private static boolean namesItsSubject(Issue.Item item, String text) {
    return titled(item, text) >= MOSTLY
        || NAME.matcher(Texts.oneLine(item.title()))
            .results()
            .anyMatch(name -> text.contains(name.group()));
  }

  private static boolean standsAlone(String text) {
    List<String> words = Words.of(text.toLowerCase(Locale.ROOT));
    return !words.isEmpty()
        && !Retold.isFirstPerson(text)
        && !Retold.leansOnAnother(PLACED.matcher(text).replaceFirst("The authors "))
        && !BACK.contains(words.getFirst())
        && !COMMANDS.contains(words.getFirst())
        && words.stream().noneMatch(POINTING::contains)
        && !words.contains("author")
        && (!words.contains("authors") || PLACED.matcher(text).lookingAt());
  }
}
