package dev.mldigest.select.rank;

import dev.mldigest.select.story.Piece;
import dev.mldigest.text.Terms;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a piece is written, whatever it is about: the form of its title, what kind of work it is,
 * what it says it gives away, how many wrote it, on which day it came. Looks for words in linear
 * time; decides nothing.
 */
final class PieceForm {
  private static final Pattern NAME_FIRST = Pattern.compile("^[^:]{2,30}:");
  private static final Pattern FIGURE = Pattern.compile("\\d");
  private static final Pattern SURVEY = words("survey|review|roadmap|overview");
  private static final Pattern BENCHMARK = words("\\w{0,20}bench|benchmark(?:s|ing)?");
  private static final Pattern REPORT = words("technical report");
  private static final Pattern RELEASE =
      words(
          "open-?sourc\\w{1,3}|we release|publicly (?:available|release)|code is available|github");
  private static final Pattern THEORY = words("we prove|theorem|(?:upper|lower) bound");
  private static final Pattern BEST = words("state-of-the-art|outperform\\w{0,3}|surpass\\w{0,3}");
  private static final Pattern SIZE = Pattern.compile("\\b\\d+(?:\\.\\d+)?[BTM]\\b");
  private static final Pattern GAIN = Pattern.compile("\\d(?:\\\\?%|x\\b|×)");
  private static final int SHORT = 800;
  private static final int LONG = 1_500;

  private PieceForm() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /** What holds of it, with 1 or a measure; what does not hold is not there. */
  static Map<String, Double> read(Piece piece, String lead) {
    Map<String, Double> form = new HashMap<>();
    title(piece.title(), form);
    mark(form, "release", RELEASE.matcher(lead).find());
    mark(form, "theory", THEORY.matcher(lead).find());
    mark(form, "best", BEST.matcher(lead).find());
    mark(form, "model size", SIZE.matcher(piece.title()).find() || SIZE.matcher(lead).find());
    mark(form, "gain", GAIN.matcher(lead).find());
    mark(form, "short text", lead.length() < SHORT);
    mark(form, "long text", lead.length() > LONG);
    authors(piece.authors().size(), form);
    if (!piece.categories().isEmpty()) {
      form.put("subjects", (double) piece.categories().size());
    }
    if (piece.date() != null) {
      mark(form, "day " + piece.date().atZone(ZoneOffset.UTC).getDayOfWeek(), true);
    }
    return form;
  }

  private static void title(String title, Map<String, Double> form) {
    int words = Terms.split(title).size();
    form.put("title words", (double) words);
    mark(form, "short title", words <= 6);
    mark(form, "name: explanation", NAME_FIRST.matcher(title).find());
    mark(form, "question", title.endsWith("?"));
    mark(form, "figure in title", FIGURE.matcher(title).find());
    mark(form, "survey", SURVEY.matcher(title).find());
    mark(form, "benchmark", BENCHMARK.matcher(title).find());
    mark(form, "report", REPORT.matcher(title).find());
  }

  private static void authors(int authors, Map<String, Double> form) {
    if (authors > 0) {
      form.put("authors", Math.log1p(authors));
      mark(form, "more than 10 authors", authors > 10);
      mark(form, "more than 25 authors", authors > 25);
    }
  }

  private static void mark(Map<String, Double> form, String name, boolean holds) {
    if (holds) {
      form.put(name, 1.0);
    }
  }
}
