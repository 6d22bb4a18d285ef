package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.offline.Trims;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an item says in one line: a clause of its summary that fits whole, or the name and kind of
 * what its summary says was made. A line is never cut within a clause and says nothing that the
 * sentence does not; where no clause fits there is none, since a title reads better than a torn
 * sentence.
 */
final class SubjectLine {
  private static final Set<String> DANGLING = Retold.words("dangling");
  private static final Set<String> ACTS = Retold.words("acts");
  private static final Set<String> COMMANDS = Retold.words("commands");
  private static final Set<String> EMPTY = Retold.words("empty");
  private static final Set<String> GENERAL = Retold.words("general");

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

  private static final Pattern SECOND =
      Pattern.compile(",?\\s+and\\s+(?:\\p{L}+ly\\s+|also\\s+)?(\\p{L}+)\\s");

  private SubjectLine() {}

  /** A line and how much it tells. */
  private record Told(String text, double worth) {}

  /**
   * Without a full stop.
   *
   * @param most characters
   */
  static Optional<String> of(Issue.Item item, int most) {
    List<Told> lines = new ArrayList<>();
    List<SummarySentence> sentences = item.summary().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = Retold.sober(sentences.get(i).text().strip());
      int place = i;
      if (Retold.isUsable(sentence) && !Retold.isHype(sentence)) {
        line(Retold.bare(sentence), most)
            .ifPresent(line -> lines.add(new Told(line, worth(line, place))));
      }
    }
    return lines.stream().max(Comparator.comparingDouble(Told::worth)).map(Told::text);
  }

  private static double worth(String line, int place) {
    return (Words.of(line).stream().anyMatch(word -> Words.isDigit(word.charAt(0))) ? FIGURE : 0)
        - PLACE * place;
  }

  private static Optional<String> line(String bare, int most) {
    String made = Retold.made(bare);
    Stream<String> forms = made.isEmpty() ? clauses(Retold.clause(bare)) : kinds(made);
    return forms
        .filter(form -> form.length() <= most && isBalanced(form) && Retold.standsAlone(form))
        .max(Comparator.comparingInt(String::length));
  }

  /** The forms of a clause; one that lost its end may have lost its verb. */
  private static Stream<String> clauses(String clause) {
    String whole = withoutStop(clause);
    return Trims.of(clause).stream()
        .map(Trims.Form::text)
        .map(SubjectLine::withoutStop)
        .filter(form -> !form.isEmpty())
        .filter(form -> form.equals(whole) || Words.of(form).stream().anyMatch(ACTS::contains))
        .flatMap(form -> Stream.concat(Stream.of(form), withoutSecond(form)))
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

  /** "Results", "The method": of what, only the sentences before it say. */
  private static boolean isOfSomething(String clause) {
    String[] words = clause.split("\\s+", 3);
    boolean named = words.length > 2 && Character.isUpperCase(words[1].charAt(0));
    return !words[0].endsWith("ing")
        && !COMMANDS.contains(words[0].toLowerCase(Locale.ROOT))
        && Character.isLetterOrDigit(clause.charAt(0))
        && !GENERAL.contains(words[0].toLowerCase(Locale.ROOT))
        && (named || !words[0].equals("The"));
  }

  /** A name with what it is, up to where more is told of it. */
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
        .filter(form -> endsWell(Words.of(form)) && tells(Words.of(form.substring(name.end(1)))));
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
