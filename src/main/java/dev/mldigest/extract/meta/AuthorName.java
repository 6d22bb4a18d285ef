package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.text.PersonName;
import dev.mldigest.text.date.FeedDates;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name, or names, in what a page writes where an author belongs, and nothing else of it. */
final class AuthorName {
  /** Longer ones are no names but a text about the author. */
  private static final int LONGEST = 200;

  /** Words of the longest signatures: three names with their middle names. */
  private static final int MOST_WORDS = 10;

  private static final NameList WORDS = NameList.load("bylines.txt");
  private static final Set<String> NOBODY = WORDS.section("nobody");

  /** "By", "Written by", "Von" and so on, with what stands between them and the name. */
  private static final Pattern BY =
      Pattern.compile(
          WORDS.section("by").stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "^(?:", ")(?:\\s*[:：]\\s*|\\s+|(?<=[：:]))")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What parts a name from a date, a section or a reading time. */
  private static final Pattern PARTING = Pattern.compile("\\s[-–—/]\\s|\\s*[|·•∙●]\\s*");

  private static final Pattern READING_TIME =
      Pattern.compile("\\b\\d{1,3}\\s?-?min(?:ute)?s?\\b.*", Pattern.CASE_INSENSITIVE);

  /** What is left at the end where a date was cut off. */
  private static final Pattern BEFORE_DATE =
      Pattern.compile(
          WORDS.section("before date").stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?:[\\s,;:(]+(?:", "))?[\\s,;:(]*$")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What templates print that were not filled, and addresses. */
  private static final Pattern NO_NAME =
      Pattern.compile(".*(?:\\{\\{|}}|\\$\\{|<%|\\[object |https?:|www\\.).*");

  /** "Reviewed by", "Photographs by": the names behind it are those of others. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\s(?:\\p{L}+ed|(?:photo|photograph|picture|image|illustration)s?) by\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENDS = Pattern.compile("^[\\s,;:–—-]+|[\\s,;:–—-]+$");

  private AuthorName() {}

  /** Empty where nobody is named. */
  static String of(String written) {
    String line = Folding.blanks(written);
    if (line.isEmpty() || line.length() > LONGEST) {
      return "";
    }
    line = BY.matcher(PersonName.withoutMail(line)).replaceFirst("");
    for (String part : PARTING.split(line)) {
      String name = bare(part);
      if (isName(name)) {
        return name;
      }
    }
    return "";
  }

  /** The same of a line that must begin as a signature does and hold names alone. */
  static String signed(String line) {
    Matcher by = BY.matcher(line);
    String name = by.lookingAt() ? of(line.substring(by.end())) : "";
    boolean names =
        !name.isEmpty()
            && !name.endsWith(".")
            && name.split(" ").length <= MOST_WORDS
            && !Character.isLowerCase(name.codePointAt(0));
    return names ? name : "";
  }

  /** "Updated", or a day of the week: what is left of a date or a label. */
  private static boolean isLabel(String name) {
    return WrittenDates.isChange(name)
        || BY.matcher(name + " ").replaceFirst("").isBlank()
        || FeedDates.isWeekday(name.replace(",", "").strip());
  }

  private static String bare(String part) {
    String name = part;
    if (part.chars().anyMatch(Character::isDigit)) {
      name = READING_TIME.matcher(part).replaceAll("");
      int date = WrittenDates.indexIn(name);
      name = date < 0 ? name : BEFORE_DATE.matcher(name.substring(0, date)).replaceFirst("");
    }
    if (name.toLowerCase(Locale.ROOT).contains(" by")) {
      name = OTHERS.matcher(name).replaceFirst("");
    }
    return ENDS.matcher(name).replaceAll("");
  }

  private static boolean isName(String name) {
    return name.codePoints().anyMatch(Character::isLetter)
        && !(name.chars().anyMatch(c -> "{}$<[:.".indexOf(c) >= 0)
            && NO_NAME.matcher(name).matches())
        && !isLabel(name)
        && !NOBODY.contains(Folding.bare(name));
  }
}
