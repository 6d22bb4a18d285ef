package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Outcome;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which issue a command acts on, and its desk; for all commands that act on one. */
public final class ChosenDesk {
  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  /** The week that was asked for, else the newest; its issue was made. */
  Week week(Store store) {
    return made(week == null ? ChosenIssue.newest(store) : Folders.week(week), store);
  }

  /**
   * The same week, where its issue was made.
   *
   * @throws UsageException where it was not
   */
  public static Week made(Week wanted, Store store) {
    if (store.issues().find(wanted).filter(Issues.Stored::made).isEmpty()) {
      throw new UsageException("No issue was made for the week " + wanted + ".");
    }
    return wanted;
  }

  /** Opens the desk, and says what is to be known of what was typed. */
  static Desk open(Week wanted, Store store, Folders places, PrintWriter err) {
    List<String> notices = new ArrayList<>();
    Desk desk = Desks.open(wanted, store, places.files(), places.clock(), notices);
    notices.forEach(notice -> err.println(Terminal.plain(notice)));
    return desk;
  }

  /** Says what became of an act; what could not be done is wrong usage. */
  static void say(Outcome outcome, String done, PrintWriter err) {
    switch (outcome) {
      case Outcome.Saved saved -> {
        saved.notices().forEach(err::println);
        err.println(Terminal.plain(done));
      }
      case Outcome.Conflict(var now, String sentence) -> throw new UsageException(sentence);
      case Outcome.Refused(String sentence) -> throw new UsageException(sentence);
    }
  }
}
