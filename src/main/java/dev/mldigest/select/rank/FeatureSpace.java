package dev.mldigest.select.rank;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The features pieces are ranked by, numbered as they are met. Reads a piece once: the compact
 * result can be kept and its text dropped.
 */
public final class FeatureSpace {
  /** Enough for an abstract and the lead of an article. */
  private static final int MOST_TEXT = 6_000;

  /** Longer lists are collaborations, in which a single name tells little. */
  private static final int MOST_AUTHORS = 40;

  /** What a feature tells of; its name starts with the same word in small letters. */
  public enum Kind {
    /** Words of title and text. */
    WORD,
    /** Words and two-word phrases of the title. */
    TITLE,
    AUTHOR,
    SUBJECT,
    /** What became of its source's earlier pieces beside the others of their section. */
    SOURCE,
    /** The issue and section it competed in: what all of them share says nothing of any. */
    GROUP,
    /** How it is written: {@link PieceForm}. */
    FORM,
    /** What a crowd made of it. */
    POPULAR,
    /** What became of its authors' earlier pieces: {@link TrackRecords}. */
    RECORD;

    private final String prefix = name().toLowerCase(Locale.ROOT) + " ";

    static Kind of(String feature) {
      for (Kind kind : values()) {
        if (feature.startsWith(kind.prefix)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of feature: " + feature);
    }
  }

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] names = new String[1024];
  private Kind[] kinds = new Kind[1024];

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

  /** What the piece itself tells; what is known of it elsewhere is for {@link TrackRecords}. */
  public Features read(Piece piece) {
    Map<String, Double> features = new HashMap<>();
    String text = piece.text();
    String lead = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    words(Words.stems(piece.title()), Words.stems(lead), features);
    PieceForm.read(piece, lead).forEach((name, value) -> features.put("form " + name, value));
    for (String category : piece.categories()) {
      features.put("subject " + category.toLowerCase(Locale.ROOT), 1.0);
    }
    piece.authors().stream()
        .limit(MOST_AUTHORS)
        .forEach(author -> features.put("author " + author.toLowerCase(Locale.ROOT), 1.0));
    return numbered(features);
  }

  private static void words(List<String> title, List<String> lead, Map<String, Double> features) {
    lead.forEach(term -> features.merge("word " + term, 1.0, Double::sum));
    if (!lead.isEmpty()) { // a bare title would be counted twice
      title.forEach(term -> features.merge("word " + term, 1.0, Double::sum));
    }
    features.replaceAll((term, count) -> 1 + Math.log(count));
    title.forEach(term -> features.put("title " + term, 1.0));
    for (int i = 1; i < title.size(); i++) {
      features.put("title " + title.get(i - 1) + " " + title.get(i), 1.0);
    }
  }

  /** Features by name, each starting with the word of its kind. */
  Features numbered(Map<String, Double> features) {
    long[] pairs = new long[features.size()];
    int n = 0;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      long id = number(feature.getKey());
      int bits = Float.floatToIntBits(feature.getValue().floatValue());
      pairs[n++] = (id << 32) | (bits & 0xffffffffL);
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
      kinds = Arrays.copyOf(kinds, number * 2);
    }
    names[number] = name;
    kinds[number] = Kind.of(name);
    return number;
  }

  String name(int feature) {
    return names[feature];
  }

  Kind kind(int feature) {
    return kinds[feature];
  }

  /** How many features were ever seen. */
  int size() {
    return numbers.size();
  }
}
