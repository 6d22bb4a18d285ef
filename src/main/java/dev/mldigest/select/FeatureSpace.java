package dev.mldigest.select;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The features a piece is ranked by, numbered: words of title and text, two-word phrases of the
 * title, authors, subjects, source, the form of the title, what a crowd made of it. Reads a piece
 * once; the compact result can be kept and its text dropped.
 */
public final class FeatureSpace {
  /** Enough for an abstract and the lead of an article. */
  private static final int MOST_TEXT = 6_000;

  private static final int MOST_AUTHORS = 40;
  private static final Pattern ACRONYM = Pattern.compile("^[^:]{2,30}: ");
  private static final Pattern FIGURE = Pattern.compile("\\d");

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] names = new String[1024];

  /** A piece as features, in ascending order, with damped term counts or plain values. */
  public static final class Features {
    private final int[] ids;
    private final float[] counts;

    private Features(int[] ids, float[] counts) {
      this.ids = ids;
      this.counts = counts;
    }

    int size() {
      return ids.length;
    }

    int id(int place) {
      return ids[place];
    }

    float count(int place) {
      return counts[place];
    }
  }

  /** The features of a piece, with what is known of its popularity on the day of ranking. */
  public Features read(Piece piece, @Nullable Popularity popularity) {
    Map<String, Double> features = new HashMap<>();
    words(piece, features);
    form(piece, features);
    for (String category : piece.categories()) {
      features.put("subject " + category.toLowerCase(Locale.ROOT), 1.0);
    }
    for (String author :
        piece.authors().subList(0, Math.min(MOST_AUTHORS, piece.authors().size()))) {
      features.put("author " + author.toLowerCase(Locale.ROOT), 1.0);
    }
    if (piece.publisher() != null) {
      features.put("source " + piece.publisher(), 1.0);
    }
    if (popularity != null) {
      features.put("popular listed", 1.0);
      features.put("popular votes", Math.log1p(popularity.votes()));
    }
    return numbered(features);
  }

  private static void words(Piece piece, Map<String, Double> features) {
    String text = piece.text();
    List<String> title = Words.terms(piece.title());
    List<String> lead =
        Words.terms(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
    lead.forEach(term -> features.merge("word " + term, 1.0, Double::sum));
    title.forEach(term -> features.merge("word " + term, 1.0, Double::sum));
    features.replaceAll((term, count) -> 1 + Math.log(count));
    title.forEach(term -> features.put("title " + term, 1.0));
    for (int i = 1; i < title.size(); i++) {
      features.put("title " + title.get(i - 1) + " " + title.get(i), 1.0);
    }
  }

  private static void form(Piece piece, Map<String, Double> features) {
    String title = piece.title();
    int words = Words.split(title).size();
    features.put("form title of " + Math.min(15, words / 3 * 3) + " words", 1.0);
    if (ACRONYM.matcher(title).find()) {
      features.put("form name: explanation", 1.0);
    }
    if (title.endsWith("?")) {
      features.put("form question", 1.0);
    }
    if (FIGURE.matcher(title).find()) {
      features.put("form figure in title", 1.0);
    }
    int authors = piece.authors().size();
    if (authors > 0) {
      features.put(
          "form authors "
              + (authors > 30 ? "30+" : authors > 12 ? "13+" : authors > 5 ? "6+" : "few"),
          1.0);
    }
    if (piece.date() != null) {
      features.put("form day " + piece.date().atZone(java.time.ZoneOffset.UTC).getDayOfWeek(), 1.0);
    }
  }

  private Features numbered(Map<String, Double> features) {
    long[] pairs = new long[features.size()];
    int n = 0;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      long id = number(feature.getKey());
      pairs[n++] = (id << 32) | Float.floatToIntBits(feature.getValue().floatValue());
    }
    Arrays.sort(pairs);
    int[] ids = new int[n];
    float[] counts = new float[n];
    for (int i = 0; i < n; i++) {
      ids[i] = (int) (pairs[i] >>> 32);
      counts[i] = Float.intBitsToFloat((int) pairs[i]);
    }
    return new Features(ids, counts);
  }

  private int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(name, number);
    if (number == names.length) {
      names = Arrays.copyOf(names, number * 2);
    }
    names[number] = name;
    return number;
  }

  String name(int feature) {
    return names[feature];
  }

  /** How many features were ever seen. */
  int size() {
    return numbers.size();
  }
}
