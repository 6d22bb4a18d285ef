package dev.mldigest.extract.pdf;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells headings from prose, as a reader does: by size, weight, number and the names that parts of
 * papers have.
 */
final class PdfHeadings {
  private static final NameList PAPERS = NameList.load("papers.txt");
  private static final Set<String> ABSTRACT = PAPERS.section("abstract");
  private static final Set<String> REFERENCES = PAPERS.section("references");
  private static final Set<String> SECTIONS = PAPERS.section("sections");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[A-Z](?:\\.\\d{1,2}){0,3})\\.?\\s+");
  private static final Pattern APPENDIX =
      Pattern.compile(
          "(?:[A-Z](?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}|(?i:"
              + String.join("|", PAPERS.section("appendix"))
              + ")).*");
  private static final Pattern RUN_IN_ABSTRACT =
      Pattern.compile("(?i:abstract)\\s?[:.\u2014\u2013-].{10,}");

  /** Characters of a heading of a line or two; longer ones are sentences. Chosen by hand. */
  private static final int LONGEST = 110;

  /** Characters of a title on three lines; more is a cover set large throughout. */
  private static final int LONGEST_TITLE = 300;

  /** The size that most letters have. */
  final float bodySize;

  PdfHeadings(List<List<PdfLine>> pages) {
    Map<Integer, Integer> letters = new HashMap<>();
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        letters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
      }
    }
    this.bodySize =
        letters.entrySet().stream()
                .max(
                    Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(20)
            / 2f;
  }

  /** The largest lines of the first page that follow one another. */
  List<PdfLine> title(List<PdfLine> page) {
    float largest = 0;
    for (PdfLine line : page) {
      largest = line.text().length() > 8 ? Math.max(largest, line.size()) : largest;
    }
    List<PdfLine> title = new ArrayList<>();
    int length = 0;
    for (PdfLine line : page) {
      boolean large = line.size() > largest - 0.6f && line.size() > bodySize * 1.1f;
      length += line.text().length();
      if (large && length <= LONGEST_TITLE) {
        title.add(line);
      } else if (!title.isEmpty()) {
        break;
      } else {
        length = 0;
      }
    }
    return title;
  }

  /** Where the text of the first page begins: at the abstract, else below the title. */
  static int front(List<PdfLine> page, List<PdfLine> title) {
    int from = title.isEmpty() ? 0 : page.indexOf(title.getLast()) + 1;
    for (int i = from; i < page.size(); i++) {
      String text = page.get(i).text();
      if (isAbstract(text) || RUN_IN_ABSTRACT.matcher(text).matches()) {
        return i;
      }
    }
    return from;
  }

  boolean isHeading(PdfLine line) {
    String text = line.text();
    String name = name(text);
    if (text.length() > LONGEST || PdfHyphens.letters(name).length() < 3) {
      return false;
    }
    if (isSection(name) && !text.endsWith(",")) {
      return true;
    }
    boolean large = line.size() > bodySize * 1.12f;
    boolean upper = Character.isUpperCase(name.codePointAt(0));
    return upper && !text.endsWith(".") && (large || line.bold());
  }

  static boolean isNumbered(String text) {
    return NUMBER.matcher(text).lookingAt();
  }

  static boolean isSection(String name) {
    return SECTIONS.contains(Folding.bare(name));
  }

  static boolean isAbstract(String text) {
    return ABSTRACT.contains(Folding.bare(name(text)));
  }

  static boolean isReferences(String text) {
    return REFERENCES.contains(Folding.bare(name(text)));
  }

  static boolean isAppendix(String text) {
    return APPENDIX.matcher(text).matches();
  }

  /** "2.1 Data" is a part of "2 Method". */
  static int level(String text) {
    var number = NUMBER.matcher(text);
    int dots = 0;
    if (number.lookingAt()) {
      String digits = number.group().strip();
      dots = (int) digits.chars().limit(digits.length() - 1L).filter(c -> c == '.').count();
    }
    return 2 + dots;
  }

  /** Without its number. */
  private static String name(String text) {
    var number = NUMBER.matcher(text);
    return number.lookingAt() ? text.substring(number.end()) : text;
  }
}
