package dev.mldigest.select.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Turns features into the numbers a linear model reads, with what past pieces teach of them: words
 * by TF-IDF at length 1, the title's at a shorter one; authors, subjects and sources as small
 * constants; measures divided by their deviation and kept from running away. Features are placed by
 * name, so that nothing depends on the order in which pieces were read.
 */
final class Design {
  /** Length of the title's words beside the text's 1. */
  private static final double TITLE = 0.6;

  /** Value of an author, a subject. */
  private static final double MARK = 0.15;

  /** Value of one deviation of a measure. */
  private static final double MEASURE = 0.07;

  /**
   * Value of one deviation of what is known of a source. Who tells it is half of the choice of
   * news: that alone finds .33 of R Weekly's highlights among the first five, with the titles'
   * words .36.
   */
  private static final double TELLER = 0.17;

  /** Value of having been up for the same issue and section: as good as free. */
  private static final double SHARED = 1;

  /** Deviations beyond which a measure is cut: one outlier of thousands of points says no more. */
  private static final double FARTHEST = 4;

  /** What a piece tells itself and what is known of it elsewhere. */
  record Row(FeatureSpace.Features own, FeatureSpace.Features known) {}

  /** The value of the feature at a place. */
  record Value(int place, double value) {}

  private final FeatureSpace space;
  private final int[] features;
  private final int[] places;
  private final double[] factors;
  private final double[] most;

  private Design(FeatureSpace space, int[] features, double[] factors, double[] most) {
    this.space = space;
    this.features = features;
    this.factors = factors;
    this.most = most;
    this.places = new int[space.size()];
    Arrays.fill(places, -1);
    for (int place = 0; place < features.length; place++) {
      places[features[place]] = place;
    }
  }

  /** Learns from past pieces; a feature that only one of them has is left out. */
  static Design of(FeatureSpace space, List<Row> past, Set<FeatureSpace.Kind> kinds) {
    Tally tally = new Tally(space.size());
    past.forEach(tally::add);
    int[] features =
        IntStream.range(0, space.size())
            .filter(id -> tally.pieces[id] >= 2 && kinds.contains(space.kind(id)))
            .boxed()
            .sorted(Comparator.comparing(space::name))
            .mapToInt(id -> id)
            .toArray();
    double[] factors = new double[features.length];
    double[] most = new double[features.length];
    for (int place = 0; place < features.length; place++) {
      int id = features[place];
      factors[place] =
          switch (space.kind(id)) {
            case WORD, TITLE -> 1 + Math.log((past.size() + 1.0) / (tally.pieces[id] + 1.0));
            case AUTHOR, SUBJECT -> MARK;
            case GROUP -> SHARED;
            case SOURCE -> TELLER / tally.deviation(id, past.size());
            case FORM, POPULAR, RECORD -> MEASURE / tally.deviation(id, past.size());
          };
      most[place] = tally.mean(id, past.size()) + FARTHEST * tally.deviation(id, past.size());
    }
    return new Design(space, features, factors, most);
  }

  private static final class Tally {
    private final int[] pieces;
    private final double[] sums;
    private final double[] squares;

    Tally(int features) {
      pieces = new int[features];
      sums = new double[features];
      squares = new double[features];
    }

    void add(Row row) {
      add(row.own());
      add(row.known());
    }

    private void add(FeatureSpace.Features features) {
      for (int i = 0; i < features.size(); i++) {
        int id = features.id(i);
        pieces[id]++;
        sums[id] += features.count(i);
        squares[id] += (double) features.count(i) * features.count(i);
      }
    }

    double mean(int id, int n) {
      return sums[id] / n;
    }

    /** Never less than a thousandth, which is rarer than anything that can be learned. */
    double deviation(int id, int n) {
      double mean = mean(id, n);
      return Math.max(1e-3, Math.sqrt(Math.max(0, squares[id] / n - mean * mean)));
    }
  }

  /** The values of a piece that are not 0, in ascending order of place. */
  List<Value> values(Row row) {
    List<Value> values = new ArrayList<>(row.own().size() + row.known().size());
    double words = 0;
    double titles = 0;
    for (FeatureSpace.Features part : List.of(row.own(), row.known())) {
      for (int i = 0; i < part.size(); i++) {
        int place = part.id(i) < places.length ? places[part.id(i)] : -1; // first seen afterwards
        if (place >= 0) {
          values.add(new Value(place, value(place, part.count(i))));
        }
      }
    }
    values.sort(Comparator.comparingInt(Value::place));
    for (Value value : values) {
      double square = value.value * value.value;
      words += kind(value) == FeatureSpace.Kind.WORD ? square : 0;
      titles += kind(value) == FeatureSpace.Kind.TITLE ? square : 0;
    }
    double wordScale = 1 / Math.max(1e-9, Math.sqrt(words));
    double titleScale = TITLE / Math.max(1e-9, Math.sqrt(titles));
    values.replaceAll(value ->
        switch (kind(value)) {
          case WORD -> new Value(value.place, value.value * wordScale);
          case TITLE -> new Value(value.place, value.value * titleScale);
          case AUTHOR, SUBJECT, SOURCE, GROUP, FORM, POPULAR, RECORD -> value;
        });
    return values;
  }

  private FeatureSpace.Kind kind(Value value) {
    return space.kind(features[value.place]);
  }

  private double value(int place, double count) {
    return switch (space.kind(features[place])) {
      case WORD, TITLE -> count * factors[place];
      case AUTHOR, SUBJECT, GROUP -> factors[place];
      case SOURCE, FORM, POPULAR, RECORD -> Math.min(count, most[place]) * factors[place];
    };
  }

  /** How large the feature usually is where it is there at all: of words, one of a hundred. */
  double usual(int place) {
    return switch (space.kind(features[place])) {
      case WORD -> 0.1;
      case TITLE -> 0.1 * TITLE;
      case AUTHOR, SUBJECT -> MARK;
      case GROUP -> 0; // it is of past issues alone
      case SOURCE -> TELLER;
      case FORM, POPULAR, RECORD -> MEASURE;
    };
  }

  String name(int place) {
    return space.name(features[place]);
  }

  int size() {
    return features.length;
  }
}
