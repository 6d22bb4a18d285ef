package dev.mldigest.select.rank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What is known of the pieces of a week beside themselves: what became of the earlier pieces of
 * their authors and, beside the others of their section, of their source, what a crowd made of each
 * compared with the others of its week, and whom it competes with. Walks the weeks in order, so
 * that each is read with what was known on its day and nothing later: a pick counts from the week
 * after its issue.
 */
final class TrackRecords {
  /** An author's rate is held near 0 by as many further pieces of which nothing became. */
  private static final double SHRINKAGE = 3;

  /** A source's rate is held near its section's by as many further pieces: 3 and 10 do alike. */
  private static final double STRANGERS = 3;

  /** Days after which a source's past counts half. */
  private static final double HALF_LIFE = 365;

  /** Brings rates to where the logarithm bends. */
  private static final double STEEPNESS = 20;

  /** Above it lies the best fifth of a week: what the crowd noticed. */
  private static final double TOP = 0.8;

  private static final class Author {
    private int pieces;
    private int picked;
    private int listed;

    private double rate(int of) {
      return of / (pieces + SHRINKAGE);
    }
  }

  /** Pieces and picks of a source, or of a section, as they stood on a day. */
  private static final class Tally {
    private double pieces;
    private double picked;
    private LocalDate day = LocalDate.EPOCH;

    /** What was a year ago says half as much of an editor as what is now. */
    private Tally on(LocalDate today) {
      double left = Math.pow(0.5, ChronoUnit.DAYS.between(day, today) / HALF_LIFE);
      pieces *= left;
      picked *= left;
      day = today;
      return this;
    }
  }

  private final FeatureSpace space;
  private final Map<String, Tally> sources = new HashMap<>();
  private final Map<String, Tally> sections = new HashMap<>();
  private final Map<Integer, Author> authors = new HashMap<>();
  private final List<Contender> awaited = new ArrayList<>();

  TrackRecords(FeatureSpace space) {
    this.space = space;
  }

  /** What is known of each piece of the week, in the order given. */
  List<FeatureSpace.Features> read(LocalDate week, List<Contender> contenders) {
    settle(week);
    int[] votes =
        contenders.stream()
            .map(Contender::popularity)
            .filter(popularity -> popularity != null)
            .mapToInt(Popularity::votes)
            .sorted()
            .toArray();
    List<FeatureSpace.Features> known = new ArrayList<>(contenders.size());
    for (Contender contender : contenders) {
      Map<String, Double> features = new HashMap<>();
      popularity(contender, votes, features);
      authors(contender, features);
      source(week, contender, features);
      if (!contender.among().section().isEmpty()) {
        features.put("group " + week + " " + contender.among().section(), 1.0);
      }
      known.add(space.numbered(features));
    }
    return known;
  }

  /** Remembers the pieces of a week, for the weeks after it. */
  void add(List<Contender> contenders) {
    for (Contender contender : contenders) {
      for (Author author : authorsOf(contender)) {
        author.pieces++;
        author.listed += contender.popularity() == null ? 0 : 1;
      }
      tally(contender).forEach(tally -> tally.on(contender.week()).pieces++);
      if (contender.picked() != null) {
        awaited.add(contender);
      }
    }
  }

  private void settle(LocalDate week) {
    for (Iterator<Contender> each = awaited.iterator(); each.hasNext(); ) {
      Contender contender = each.next();
      if (contender.pickedBefore(week)) {
        authorsOf(contender).forEach(author -> author.picked++);
        tally(contender).forEach(tally -> tally.on(week).picked++);
        each.remove();
      }
    }
  }

  private List<Author> authorsOf(Contender contender) {
    List<Author> found = new ArrayList<>();
    FeatureSpace.Features features = contender.features();
    for (int i = 0; i < features.size(); i++) {
      if (space.kind(features.id(i)) == FeatureSpace.Kind.AUTHOR) {
        found.add(authors.computeIfAbsent(features.id(i), id -> new Author()));
      }
    }
    return found;
  }

  /** Of its section and its source; of none where nobody told it. */
  private List<Tally> tally(Contender contender) {
    String source = contender.among().source();
    return source == null
        ? List.of()
        : List.of(
            sections.computeIfAbsent(contender.among().section(), name -> new Tally()),
            sources.computeIfAbsent(source, name -> new Tally()));
  }

  /** The share of its source's pieces that were picked, beside that of all of the section. */
  private void source(LocalDate week, Contender contender, Map<String, Double> features) {
    Tally section = sections.get(contender.among().section());
    if (section == null || section.picked == 0) {
      return;
    }
    section.on(week);
    features.put("source echo", contender.among().echo());
    Tally source = sources.getOrDefault(contender.among().source(), new Tally()).on(week);
    double usual = section.picked / section.pieces;
    double rate = (source.picked + STRANGERS * usual) / (source.pieces + STRANGERS);
    features.put("source rate", Math.log(rate / usual));
    features.put("source pieces", Math.log1p(source.pieces));
  }

  private static void popularity(Contender contender, int[] votes, Map<String, Double> features) {
    Popularity popularity = contender.popularity();
    if (popularity == null) {
      return;
    }
    double place = 1 - (double) above(votes, popularity.votes()) / votes.length;
    long days = ChronoUnit.DAYS.between(popularity.listed(), contender.week());
    features.put("popular listed", 1.0);
    features.put("popular votes", Math.log1p(popularity.votes()));
    features.put("popular place", place);
    features.put("popular days", (double) Math.clamp(days, 0, 7));
    if (place > TOP) {
      features.put("popular at the top", 1.0);
    }
  }

  private static int above(int[] sorted, int votes) {
    int at = Arrays.binarySearch(sorted, votes);
    int end = at < 0 ? -at - 1 : at;
    while (end < sorted.length && sorted[end] == votes) {
      end++;
    }
    return sorted.length - end;
  }

  private void authors(Contender contender, Map<String, Double> features) {
    List<Author> all = authorsOf(contender);
    rates("picked", all.stream().mapToDouble(a -> a.rate(a.picked)).sorted().toArray(), features);
    rates("listed", all.stream().mapToDouble(a -> a.rate(a.listed)).sorted().toArray(), features);
  }

  /** Summed in ascending order, so that the order of the authors changes no last digit. */
  private static void rates(String what, double[] ascending, Map<String, Double> features) {
    double sum = 0;
    int with = 0;
    for (double rate : ascending) {
      sum += rate;
      with += rate > 0 ? 1 : 0;
    }
    if (with > 0) {
      double most = ascending[ascending.length - 1];
      features.put("record authors " + what, Math.log1p(with));
      features.put("record rate " + what, Math.log1p(STEEPNESS * sum));
      features.put("record best rate " + what, Math.log1p(STEEPNESS * most));
    }
  }
}
