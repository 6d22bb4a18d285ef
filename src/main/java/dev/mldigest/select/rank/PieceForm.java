package dev.mldigest.select.rank;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How a piece is written, whatever it is about: the form of its title, what kind of work it is,
 * what it says it gives away, how many wrote it, on which day it came. Looks for words in linear
 * time; decides nothing.
 */
final class PieceForm {
  /** What a title or a lead says by certain words. */
  private static final Map<String, Pattern> SAID = patterns();

  private static final Pattern NAME_FIRST = Pattern.compile("^[^:]{2,30}:");
  private static final Pattern FIGURE = Pattern.compile("\\d");
  private static final Pattern SIZE = Pattern.compile("\\b\\d+(?:\\.\\d+)?[BTM]\\b");
  private static final Pattern GAIN = Pattern.compile("\\d(?:\\\\?%|x\\b|×)");

  /** Characters below which a text is short: 6 % of 3,734 abstracts of arXiv (2025) are. */
  private static final int SHORT = 800;

  /** And from which it is long: 23 % of them are. */
  private static final int LONG = 1_500;

  private PieceForm() {}

  private static Map<String, Pattern> patterns() {
    Map<String, Pattern> patterns = new HashMap<>();
    WordList.read("/select/forms.txt")
        .named()
        .forEach((form, words) ->
            patterns.put(
                form,
                Pattern.compile(
                    "\\b(?:" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE)));
    return Map.copyOf(patterns);
  }

  /** What holds of it, with 1 or a measure; what does not hold is not there. */
  static Map<String, Double> read(Piece piece, String lead) {
    Map<String, Double> form = new HashMap<>();
    title(piece.title(), form);
    say(form, "release", lead);
    say(form, "theory", lead);
    say(form, "best", lead);
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
    int words = Words.split(title).size();
    form.put("title words", (double) words);
    mark(form, "short title", words <= 6);
    mark(form, "name: explanation", NAME_FIRST.matcher(title).find());
    mark(form, "question", title.endsWith("?"));
    mark(form, "figure in title", FIGURE.matcher(title).find());
    say(form, "survey", title);
    say(form, "benchmark", title);
    say(form, "report", title);
  }

  private static void authors(int authors, Map<String, Double> form) {
    if (authors > 0) {
      form.put("authors", Math.log1p(authors));
      mark(form, "more than 10 authors", authors > 10);
      mark(form, "more than 25 authors", authors > 25);
    }
  }

  private static void say(Map<String, Double> form, String name, String text) {
    mark(form, name, Objects.requireNonNull(SAID.get(name), name).matcher(text).find());
  }

  private static void mark(Map<String, Double> form, String name, boolean holds) {
    if (holds) {
      form.put(name, 1.0);
    }
  }
}
