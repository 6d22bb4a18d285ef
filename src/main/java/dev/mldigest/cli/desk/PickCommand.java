package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an item from the bench into the digest. */
@Command(
    name = "pick",
    description = {
      "Take an item from the bench into the digest, in the place of the weakest one.",
      "The bench is what came next in the ranking; without ITEM it is listed, best first. What you"
          + " pinned, accepted, picked or wrote in never makes room."
    },
    footer = {
      "",
      "Exit codes: 0 picked or listed, 2 wrong usage or no such item, 6 it cannot be told."
    })
final class PickCommand extends BenchAction {
  /** A screen of candidates. */
  private static final int MOST = 48;

  @Parameters(
      arity = "0..1",
      paramLabel = "ITEM",
      description = "Its id, its link, or a part of its title.")
  private @Nullable String item;

  @Option(
      names = "--instead-of",
      paramLabel = "ITEM",
      description = "Which one makes room (default: the weakest of its section, else of all).")
  private @Nullable String insteadOf;

  @Option(names = "--besides", description = "None makes room: the digest has one item more.")
  private boolean besides;

  @Override
  void checked(Settings settings) {
    if (besides && insteadOf != null) {
      throw new UsageException("--besides and --instead-of exclude each other.");
    }
    if (item == null && (besides || insteadOf != null)) {
      throw new UsageException("--besides and --instead-of want an ITEM to pick.");
    }
  }

  @Override
  int act(Week wanted, Bench bench, Desk desk) {
    IssueState state = desk.load();
    Set<String> standing =
        DigestFile.parse(state.text()).items().stream()
            .map(part -> String.valueOf(part.id()))
            .collect(Collectors.toSet());
    List<Bench.Seat> seats =
        bench.seats(wanted).stream().filter(seat -> !standing.contains(seat.id())).toList();
    if (item == null) {
      return list(seats);
    }
    String out =
        insteadOf == null ? null : StandingItem.of(insteadOf, desk.items(state.text())).id();
    return switch (bench.tell(wanted, found(item, seats))) {
      case Bench.Told.NotTold not -> notTold(not);
      case Bench.Told.Ready ready -> {
        String weakest =
            besides || out != null
                ? out
                : bench.weakest(wanted, state, ready.section()).orElse(null);
        yield weakest == null
            ? put(
                new Act.Add(ready.block(), bench.place(ready.section(), state)),
                desk,
                "'" + ready.title() + "' was put in; none made room.")
            : put(
                new Act.Swap(ready.block(), weakest),
                desk,
                "'%s' stands in the place of '%s'; 'digest undo' takes it back."
                    .formatted(ready.title(), title(weakest, state)));
      }
    };
  }

  private int list(List<Bench.Seat> seats) {
    List<Bench.Seat> bench =
        seats.stream().filter(seat -> seat.reason() == Reason.BENCH).limit(MOST).toList();
    bench.forEach(seat ->
        out()
            .println(
                Terminal.plain(
                    String.format(
                        Locale.ROOT,
                        "%s  %+6.2f  %s: %s",
                        seat.id(),
                        seat.score(),
                        seat.section(),
                        seat.title()))));
    out().flush();
    return ExitCode.OK;
  }

  private static Bench.Seat found(String named, List<Bench.Seat> seats) {
    String part = named.strip().toLowerCase(Locale.ROOT);
    List<Bench.Seat> exact =
        seats.stream().filter(seat -> named.equals(seat.id()) || named.equals(seat.url())).toList();
    List<Bench.Seat> titled =
        seats.stream()
            .filter(seat -> !part.isEmpty())
            .filter(seat -> seat.title().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    List<Bench.Seat> found =
        !exact.isEmpty() ? exact : onBench(titled).isEmpty() ? titled : onBench(titled);
    if (found.isEmpty()) {
      throw new UsageException(
          "Nothing of the week's harvest that could be picked has the id, the link or a title with"
              + " '"
              + Terminal.plain(named)
              + "'.");
    }
    if (found.size() > 1) {
      throw new UsageException(
          Terminal.plain(
              "'%s' is in the titles of %d candidates; name one: %s."
                  .formatted(
                      named,
                      found.size(),
                      StandingItem.named(
                          found.stream()
                              .map(seat -> StandingItem.named(seat.id(), seat.title()))
                              .toList()))));
    }
    return found.getFirst();
  }

  private static List<Bench.Seat> onBench(List<Bench.Seat> seats) {
    return seats.stream().filter(seat -> seat.reason() == Reason.BENCH).toList();
  }

  private static String title(String id, IssueState state) {
    return DigestFile.parse(state.text()).items().stream()
        .filter(part -> id.equals(part.id()))
        .map(Part::title)
        .map(Quote::heading)
        .findFirst()
        .orElse(id);
  }
}
