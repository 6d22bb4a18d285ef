package dev.mldigest.summarise.opening;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A title in one line: whole, or its main part, which ends where the title breaks or where it says
 * of what, how or where. Never cut elsewhere. A title that speaks to a model, or holds an address
 * or markup, is not repeated.
 */
final class TitleLine {
  private static final Set<String> DANGLING = Retold.words("dangling");

  private static final Set<String> EMPTY = Retold.words("empty");

  /** In words: less than three are a name, which a subject says nothing by. */
  private static final int FEWEST = 3;

  /** Where a title has two parts. */
  private static final Pattern BREAK = Pattern.compile(":\\s|\\s[–—|-]\\s|(?<=\\?)\\s");

  /** Where it goes on to say of what, how or where. */
  private static final Pattern MORE =
      Pattern.compile("\\s(?:for|with|via|using|by|through|in|on|under|from|across|at)\\s");

  /** "Title - by Somebody". */
  private static final Pattern BY = Pattern.compile("\\s[–—-]\\sby\\s[^.:;]{2,60}$");

  /** A feed cut it, or it goes on in the page. */
  private static final Pattern CUT = Pattern.compile("…|\\.\\.\\.|:\\s*$");

  private TitleLine() {}

  static boolean isQuotable(Issue.Item item) {
    String title = Texts.oneLine(item.title());
    return !title.isEmpty()
        && !UnfitSentences.speaksToAModel(title)
        && !UnfitSentences.holdsMarkup(title);
  }

  /**
   * @param most columns
   */
  static Optional<String> of(Issue.Item item, int most) {
    if (!isQuotable(item) || CUT.matcher(item.title()).find()) {
      return Optional.empty();
    }
    String title = withoutSite(Texts.oneLine(item.title())).replaceFirst("(?<=\\p{L})\\.$", "");
    if (TextLength.columns(title) <= most) {
      return Optional.of(title);
    }
    Optional<String> part = parts(title).stream().filter(one -> fits(one, most)).findFirst();
    return part.or(() ->
        begun(item, title).stream()
            .flatMap(one -> begins(one).stream())
            .filter(one -> fits(one, most))
            .max(Comparator.comparingInt(String::length)));
  }

  /** Behind a bar pages name themselves, behind a dash their authors. */
  private static String withoutSite(String title) {
    Matcher by = BY.matcher(title);
    int bar = by.find() ? by.start() : title.lastIndexOf(" | ");
    return bar < 0 || Words.count(title.substring(0, bar)) < FEWEST
        ? title
        : title.substring(0, bar).strip();
  }

  /** The part with a figure first: it tells what came out. */
  private static List<String> parts(String title) {
    Matcher found = BREAK.matcher(title);
    if (!found.find()) {
      return List.of(title);
    }
    String before = title.substring(0, found.start()).strip();
    String after = title.substring(found.end()).strip();
    List<String> parts = new ArrayList<>(List.of(before));
    boolean figure = after.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean named = Words.count(before) < FEWEST;
    if (figure || named) {
      parts.add(figure ? 0 : 1, Retold.capital(after));
    }
    return parts;
  }

  /** A paper's title is a thing with what it is of; a headline may lose what its verb wants. */
  private static List<String> begun(Issue.Item item, String title) {
    boolean paper =
        Stream.of(SourceKind.values())
            .anyMatch(kind -> kind.isPaper() && kind.word().equals(item.kind()));
    return paper && !title.endsWith("?") ? parts(title) : List.of();
  }

  private static List<String> begins(String part) {
    List<String> begins = new ArrayList<>();
    Matcher more = MORE.matcher(part);
    while (more.find()) {
      begins.add(part.substring(0, more.start()));
    }
    return begins;
  }

  private static boolean fits(String line, int most) {
    List<String> words = Words.of(line);
    return TextLength.columns(line) <= most
        && words.size() >= FEWEST
        && !DANGLING.contains(words.getLast())
        && words.stream().filter(Words::carries).filter(word -> !EMPTY.contains(word)).count() > 1
        && line.chars().filter(c -> c == '(').count() == line.chars().filter(c -> c == ')').count()
        && line.chars().filter(c -> c == '“').count() == line.chars().filter(c -> c == '”').count()
        && line.chars().filter(c -> c == '"').count() % 2 == 0;
  }
}
