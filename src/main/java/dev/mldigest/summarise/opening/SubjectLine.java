package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.offline.Sober;
import dev.mldigest.summarise.offline.Trims;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an item says in one line: a clause of its summary that fits whole, or what that is of which
 * its summary says that it was made. A line is never cut within a clause and says nothing that the
 * sentence does not; where no clause fits there is none, since a title reads better than a torn
 * sentence.
 */
final class SubjectLine {
  private static final Set<String> DANGLING = Retold.words("dangling");
  private static final Set<String> ACTS = Retold.words("acts");

  /** Those of one that shows or makes, and of news. */
  private static final Set<String> TELLS =
      Stream.concat(
              Retold.tellingVerbs().stream().map(Retold::ofOne), Retold.words("happens").stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> COMMANDS = Retold.words("commands");
  private static final Set<String> EMPTY = Retold.words("empty");
  private static final Set<String> GENERAL = Retold.words("general");

  /** Participles that want by, of or on what. */
  private static final Set<String> MADE_OF =
      Set.of("built", "made", "known", "written", "drawn", "shown", "given", "taken", "driven");

  // In words: a subject, its verb and what it does; a name, an article and what it is.
  private static final int FEWEST_OF_CLAUSE = 5;
  private static final int FEWEST_OF_KIND = 3;

  /** Words of a kind beside those that all things share: "a novel framework" tells nothing. */
  private static final int TELLING = 2;

  /** A relative clause that was begun has its verb and what that does. */
  private static final int FEWEST_OF_RELATIVE = 3;

  /** A sentence behind the first tells less; a figure tells more than its place costs. */
  private static final double PLACE = 0.6;

  private static final double FIGURE = 0.7;

  private static final Pattern IS = Pattern.compile("^[^,]{1,50} (?:is|are) (?:an?|the|one) ");

  /** Of a thing that was cut within it, nobody knows what it does. */
  private static final Pattern RELATIVE = Pattern.compile("\\b(?:that|which|who|where)\\b");

  /** Better than others: by how much, or it is praise. */
  private static final Pattern BETTER =
      Pattern.compile(
          "\\b(?:outperform\\p{L}*|surpass\\p{L}*|exceeds?|beats?|rivals?|superior|SOTA|state[-"
              + " ]of[- ]the[- ]art|high-performing)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A share, a sum, a factor or a count; not a version or the number in a name. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.-])[$€£]?\\d[\\d.,]*\\s?(?:%|x\\b|×|-fold|percent|times|points|million|billion|trillion|[KMB]\\b|ms\\b|hours|days|months|(?:of|in)"
              + " \\d)|[$€£]\\d");

  /** "Adaptive Speculative Decoding (AdaSD)": the short name stands for both. */
  private static final Pattern ABBREVIATED =
      Pattern.compile("(?:[\\p{L}\\p{N}-]+\\s+){1,8}\\(([\\p{L}\\p{N}-]{2,16})\\)");

  /** "Example 3, the next generation of examples". */
  private static final Pattern NAME_AND_KIND =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}\\p{N}.-]*(?: [\\p{Lu}\\p{N}][\\p{L}\\p{N}.-]*){0,4}(?:"
              + " \\([\\p{L}\\p{N}-]{2,16}\\))?), (?:an?|the) ");

  /** Behind these more is told of a thing that is named already. */
  private static final Pattern MORE =
      Pattern.compile(
          "[,;:]\\s|\\s[–—]\\s|\\s(?:that|which|who|where|for|to|with|in|on|by|using|via|through"
              + "|from|at|based|capable|designed)\\s");

  /** "Specified", "based": what by or on is missing then. */
  private static final Pattern PARTICIPLE = Pattern.compile("\\p{L}{2,}ed");

  private static final Pattern APPOSITION = Pattern.compile(", (?:an?|the|its|their|one of) ");

  /** Where more than one thing is told in a row, a part of it is not the whole. */
  private static final Pattern LIST = Pattern.compile(",? (?:and|or) ");

  /** "The rate of a frozen model": what it is of is said. */
  private static final Pattern OF_WHAT = Pattern.compile("^The \\p{L}+(?: \\p{L}+){0,2} of ");

  private static final Pattern ONES = Pattern.compile("\\p{L}{2,}[^s\\P{L}]s");

  private static final Pattern SECOND =
      Pattern.compile(",?\\s+and\\s+(?:\\p{L}+ly\\s+|also\\s+)?(\\p{L}+)\\s");

  /** "Focuses the agent on": which one, only the summary says. */
  private static final Pattern BARE =
      Pattern.compile(
          "\\bthe \\p{Ll}[\\p{Ll}-]*(?: only)?(?:$|"
              + " (?:on|in|at|is|are|was|for|to|with|by|and)\\b)");

  private SubjectLine() {}

  /** A line and how much it tells. */
  private record Told(String text, double worth) {}

  /**
   * Without a full stop.
   *
   * @param most columns
   */
  static Optional<String> of(Issue.Item item, int most) {
    List<Told> lines = new ArrayList<>();
    List<SummarySentence> sentences = item.summary().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = Sober.of(sentences.get(i).text().strip());
      int place = i;
      if (Retold.isUsable(sentence) && !Retold.isHype(sentence)) {
        line(Retold.bare(sentence), most)
            .ifPresent(line -> lines.add(new Told(line, worth(line, place))));
      }
    }
    return lines.stream().max(Comparator.comparingDouble(Told::worth)).map(Told::text);
  }

  /** The same, where it says how much. */
  static Optional<String> withFigure(Issue.Item item, int most) {
    return of(item, most).filter(SubjectLine::hasFigure);
  }

  /** Better than others, and not by how much. */
  static boolean isPraise(String line) {
    return BETTER.matcher(line).find() && !hasFigure(line);
  }

  static boolean hasFigure(String line) {
    return FIGURES.matcher(line).find();
  }

  private static double worth(String line, int place) {
    return (hasFigure(line) ? FIGURE : 0) - PLACE * place;
  }

  private static Optional<String> line(String bare, int most) {
    String made = Retold.made(bare);
    Stream<String> forms = made.isEmpty() ? clauses(Retold.clause(bare)) : kinds(made);
    return forms
        .filter(form ->
            TextLength.columns(form) <= most && isBalanced(form) && Retold.standsAlone(form))
        .filter(form -> !isPraise(form) && !BARE.matcher(form).find())
        .max(Comparator.comparingInt(String::length));
  }

  /** The forms of a clause; one that lost its end may have lost its verb. */
  private static Stream<String> clauses(String clause) {
    String whole = withoutStop(clause);
    return Trims.of(clause).stream()
        .map(Trims.Form::text)
        .map(SubjectLine::withoutStop)
        .filter(form -> !form.isEmpty())
        .filter(form -> acts(form, form.equals(whole)))
        .flatMap(form -> Stream.concat(Stream.of(form), withoutSecond(form)))
        .flatMap(form -> Stream.concat(Stream.of(form), withoutApposition(form)))
        .flatMap(form -> Stream.of(form, shortNamed(form)))
        .filter(form -> form.equals(whole) || endsWell(Words.of(form)))
        .filter(form -> Words.of(form).size() >= FEWEST_OF_CLAUSE && isOfSomething(form));
  }

  /** "It halves the cost and keeps its accuracy": either half is true alone. */
  private static Stream<String> withoutSecond(String form) {
    Matcher second = SECOND.matcher(form);
    return second.find() && ACTS.contains(second.group(1).toLowerCase(Locale.ROOT))
        ? Stream.of(withoutStop(form.substring(0, second.start())))
        : Stream.of();
  }

  /**
   * A verb that we know; in a whole sentence a past form, or what may be one's doing before
   * anything that ends its subject. Else it may be a command, a heading or a piece.
   */
  private static boolean acts(String form, boolean whole) {
    List<String> words = Words.of(form.toLowerCase(Locale.ROOT));
    List<String> behind = words.subList(Math.min(1, words.size()), words.size());
    return behind.stream().anyMatch(ACTS::contains)
        || (whole
            && (behind.stream()
                    .anyMatch(word -> TELLS.contains(word) || PARTICIPLE.matcher(word).matches())
                || behind.stream()
                    .takeWhile(word -> !DANGLING.contains(word) && !Words.isDigit(word.charAt(0)))
                    .anyMatch(word -> ONES.matcher(word).matches())));
  }

  /** "Labs buys Barn, a runtime for owls": what Barn is says more, and nothing else. */
  private static Stream<String> withoutApposition(String form) {
    Matcher apposition = APPOSITION.matcher(form);
    return apposition.find() && !LIST.matcher(form.substring(apposition.start())).find()
        ? Stream.of(form.substring(0, apposition.start()))
        : Stream.of();
  }

  /** "Results", "The method": of what, only the sentences before it say. */
  private static boolean isOfSomething(String clause) {
    String[] words = clause.split("\\s+", 3);
    boolean named =
        (words.length > 2 && Character.isUpperCase(words[1].charAt(0)))
            || OF_WHAT.matcher(clause).find();
    return !words[0].endsWith("ing")
        && !COMMANDS.contains(words[0].toLowerCase(Locale.ROOT))
        && Character.isLetterOrDigit(clause.charAt(0))
        && !GENERAL.contains(words[0].toLowerCase(Locale.ROOT))
        && (named || !words[0].equals("The"));
  }

  /** True for what is, not what happened or was found. */
  static boolean isKind(String line) {
    return IS.matcher(line).find();
  }

  /** A name and what it is, up to where more is told of it. */
  private static Stream<String> kinds(String made) {
    String text = withoutStop(made);
    String brief = shortNamed(text);
    return brief.equals(text) ? named(text) : Stream.concat(named(text), named(brief));
  }

  private static Stream<String> named(String text) {
    Matcher name = NAME_AND_KIND.matcher(text);
    if (!name.lookingAt()) {
      return Stream.of();
    }
    List<String> forms = new ArrayList<>(List.of(text));
    Matcher more = MORE.matcher(text);
    for (int from = name.end(); more.find(from); from = more.start() + 1) {
      forms.add(withoutStop(text.substring(0, more.start())));
    }
    return forms.stream()
        .filter(form -> endsWell(Words.of(form)) && tells(Words.of(form.substring(name.end(1)))))
        .filter(form -> form.equals(text) || !RELATIVE.matcher(form).find())
        .map(form -> name.group(1) + " is" + form.substring(name.end(1) + 1));
  }

  private static boolean tells(List<String> kind) {
    long telling =
        kind.stream().filter(word -> Words.carries(word) && !EMPTY.contains(word)).count();
    return kind.size() >= FEWEST_OF_KIND && telling >= TELLING;
  }

  /** Where something was left out, what is left wants nothing more. */
  private static boolean endsWell(List<String> words) {
    int relative = Math.max(words.lastIndexOf("that"), words.lastIndexOf("which"));
    String last = words.getLast();
    return last.length() > 1
        && !DANGLING.contains(last)
        && !PARTICIPLE.matcher(last).matches()
        && !MADE_OF.contains(last)
        && (relative < 0 || words.size() - relative > FEWEST_OF_RELATIVE);
  }

  private static boolean isBalanced(String text) {
    return count(text, '(') == count(text, ')')
        && count(text, '“') == count(text, '”')
        && count(text, '"') % 2 == 0;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** Only where the words before the brackets are what the short name stands for. */
  private static String shortNamed(String text) {
    Matcher name = ABBREVIATED.matcher(text);
    return name.lookingAt() && isShortFor(name.group(1), name.group())
        ? name.group(1) + text.substring(name.end())
        : text;
  }

  private static boolean isShortFor(String brief, String full) {
    List<String> words = Words.of(full.substring(0, full.lastIndexOf('(')));
    return !words.isEmpty()
        && words.size() <= brief.length()
        && Character.toLowerCase(brief.charAt(0)) == words.getFirst().charAt(0);
  }

  private static String withoutStop(String text) {
    return text.strip().replaceFirst("[.;,:\\s]+$", "");
  }
}
