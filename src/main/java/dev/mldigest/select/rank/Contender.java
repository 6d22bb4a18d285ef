package dev.mldigest.select.rank;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.piece.Piece;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece that is, or was, up for the issue of a week, as far as it was known on that week's last
 * day: a popularity listed later is left out.
 *
 * @param week the last day of the week
 * @param picked the day of the issue that carried it, or null
 * @param among whom it stood with
 * @param times how often it counts as an example
 */
public record Contender(
    String id,
    LocalDate week,
    FeatureSpace.Features features,
    @Nullable Popularity popularity,
    @Nullable LocalDate picked,
    Among among,
    int times) {
  /** Fewer past picks teach nothing; four issues of seven already help. */
  static final int ENOUGH_PICKS = 24;

  /**
   * Whom a piece competes with, and who told it.
   *
   * @param section of the issue, empty where there are none
   * @param source who told it, or null where that is the same for all
   * @param echo how much the other titles of the issue speak of the same, in their deviations
   */
  public record Among(String section, @Nullable String source, double echo) {
    /** All of an issue compete, and nobody is known. */
    public static final Among ALL = new Among("", null, 0);
  }

  /** A piece that competes with all of its week. */
  public Contender(
      String id,
      LocalDate week,
      FeatureSpace.Features features,
      @Nullable Popularity popularity,
      @Nullable LocalDate picked) {
    this(id, week, features, popularity, picked, Among.ALL, 1);
  }

  public Contender {
    popularity = popularity == null || popularity.listed().isAfter(week) ? null : popularity;
  }

  /** What an earlier issue picked or passed over. */
  static Contender past(PastIssues.Past item, double echo, FeatureSpace space) {
    LocalDate week = lastDay(item.week());
    Among among = new Among(item.section(), item.source(), echo);
    LocalDate picked = item.picked() ? week : null;
    return of(piece(item), week, item.signals(), picked, among, item.hand().lessons(), space);
  }

  /** A story that is up for the issue of the week that ends on that day. */
  static Contender now(Story story, LocalDate week, double echo, FeatureSpace space) {
    Source source = story.primary().source();
    Signals signals = story.primary().entry().feedEntry().signals();
    Among among = new Among(source.section(), source.title(), echo);
    return of(undated(Piece.of(story.primary())), week, signals, null, among, 1, space);
  }

  private static Contender of(
      Piece piece,
      LocalDate week,
      Signals signals,
      @Nullable LocalDate picked,
      Among among,
      int times,
      FeatureSpace space) {
    Popularity popularity = signals.points() > 0 ? new Popularity(week, signals.points()) : null;
    return new Contender(piece.id(), week, space.read(piece), popularity, picked, among, times);
  }

  static Piece piece(PastIssues.Past item) {
    return undated(
        item.entryId(),
        item.title(),
        item.text(),
        item.source(),
        item.authors(),
        item.categories());
  }

  /** Without its date: what is kept of past entries has none. */
  private static Piece undated(Piece piece) {
    return undated(
        piece.id(),
        piece.title(),
        piece.text(),
        piece.publisher(),
        piece.authors(),
        piece.categories());
  }

  private static Piece undated(
      String id,
      String title,
      String text,
      @Nullable String publisher,
      List<String> authors,
      List<String> categories) {
    return new Piece(id, title, text, null, null, publisher, null, authors, categories);
  }

  static LocalDate lastDay(Week week) {
    return LocalDate.of(week.year(), 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week.number())
        .with(DayOfWeek.SUNDAY);
  }

  /** True if they teach something: enough that were picked, and enough that were not. */
  static boolean areEnough(List<Contender> before) {
    long picks = before.stream().filter(contender -> contender.picked() != null).count();
    return picks >= ENOUGH_PICKS && before.size() - picks >= ENOUGH_PICKS;
  }

  /** True if an issue before that day carried it. */
  boolean pickedBefore(LocalDate day) {
    return picked != null && picked.isBefore(day);
  }
}
