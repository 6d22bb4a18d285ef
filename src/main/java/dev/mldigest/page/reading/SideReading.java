package dev.mldigest.page.reading;

import dev.mldigest.assemble.picture.Pictures;
import dev.mldigest.assemble.picture.Svg;
import dev.mldigest.page.view.BenchView;
import dev.mldigest.page.view.HistoryView;
import dev.mldigest.page.view.LintView;
import dev.mldigest.page.view.WhyView;
import dev.mldigest.pipeline.card.Why;
import dev.mldigest.pipeline.gate.Finding;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.EventWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands beside an item. */
public final class SideReading {
  /** A screen of candidates; more is what a search is for. */
  private static final int SEATS = 48;

  /** Acts on one item that an editor reads back on the page; who looks for more has the command. */
  private static final int MOST = 60;

  private final Days days;

  public SideReading(ZoneId zone) {
    this.days = new Days(zone);
  }

  public static WhyView why(String title, Why why) {
    return new WhyView(
        title,
        why.reason().isEmpty() ? why.decision() : why.reason(),
        String.format(Locale.ROOT, "%.2f", why.score()),
        why.parts().stream().map(part -> new WhyView.Part(part.name(), part.value())).toList(),
        why.taste().stream()
            .map(part -> String.format(Locale.ROOT, "%s %+.2f", part.name(), part.value()))
            .toList(),
        why.near().stream()
            .map(near ->
                String.format(
                    Locale.ROOT,
                    "%s (%s, likeness %.2f)",
                    near.title(),
                    near.week(),
                    near.likeness()))
            .toList(),
        why.parts().isEmpty() ? "" : Svg.of(Pictures.waterfall(why.score(), why.parts())));
  }

  /** Of what no ranking decided on. */
  public static WhyView own(String title) {
    return new WhyView(
        title, "You put it in; no ranking decided on it.", "", List.of(), List.of(), List.of(), "");
  }

  /**
   * @param undone numbers of events that were taken back and not done again
   */
  public HistoryView history(
      String item, String title, List<Event> events, Set<Integer> undone, EventWords words) {
    return new HistoryView(
        title,
        events.reversed().stream()
            .limit(MOST)
            .map(event ->
                new HistoryView.Line(
                    event.number(),
                    days.minute(event.at()),
                    who(event.author()),
                    words.of(event, item),
                    undone.contains(event.number()),
                    text(event.act())))
            .toList(),
        Math.max(0, events.size() - MOST));
  }

  /** Each text that the editor wrote for an item, whatever became of it. */
  private static HistoryView.@Nullable Text text(Act act) {
    return switch (act) {
      case Act.Edit(String item, String words) -> new HistoryView.Text("edit", item, words);
      case Act.Note(String item, String words) when !words.isBlank() ->
          new HistoryView.Text("note", item, words);
      case Act.LetGo(String of, String about, String words) when !of.equals("say") ->
          new HistoryView.Text(of, about, words);
      default -> null;
    };
  }

  private static String who(String author) {
    return switch (author) {
      case Event.FILE -> "in digest.md";
      case Event.COMMAND -> "by command";
      case Event.RUN -> "by a run";
      default -> "on the page";
    };
  }

  public static LintView lint(List<Finding> findings, List<Gate.Offer> offers) {
    return new LintView(
        findings.stream()
            .map(finding ->
                new LintView.Finding(
                    finding.kind().word(),
                    finding.isMust(),
                    Objects.requireNonNullElse(finding.item(), ""),
                    finding.line(),
                    finding.sentence()))
            .toList(),
        offers(offers));
  }

  public static List<LintView.Offer> offers(List<Gate.Offer> offers) {
    return offers.stream()
        .map(offer -> new LintView.Offer(offer.word(), offer.sentence()))
        .toList();
  }

  /**
   * @param out the item that makes room for one of a section, by the section's title; its title
   *     behind it, both empty where none does
   */
  public BenchView bench(List<Bench.Seat> seats, Function<String, Map.Entry<String, String>> out) {
    Map<String, List<BenchView.Seat>> rows = new LinkedHashMap<>();
    Map<String, Map.Entry<String, String>> outs = new LinkedHashMap<>();
    seats.stream()
        .limit(SEATS)
        .forEach(seat -> {
          var makesRoom = outs.computeIfAbsent(seat.section(), out);
          rows.computeIfAbsent(seat.section(), title -> new ArrayList<>())
              .add(seat(seat, makesRoom));
        });
    return new BenchView(
        rows.entrySet().stream()
            .map(row -> new BenchView.Row(row.getKey(), row.getValue()))
            .collect(Collectors.toList()));
  }

  private BenchView.Seat seat(Bench.Seat seat, Map.Entry<String, String> out) {
    return new BenchView.Seat(
        seat.id(),
        seat.title(),
        seat.url(),
        Stream.of(seat.source(), days.day(seat.published()))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · ")),
        String.format(Locale.ROOT, "%+.2f", seat.score()),
        out.getValue(),
        out.getKey());
  }
}
