package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.Week;
import dev.mldigest.review.Opening;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Chooses or writes the subject, the preheader or the introduction. */
@Command(
    name = "subject",
    description = {
      "Choose or write the subject, the preheader or the introduction.",
      "Without TEXT and --choose, what is proposed is listed; * marks what the mail says now."
    },
    footer = {"", "Exit codes: 0 written or listed, 2 wrong usage or no such proposal."})
final class SubjectCommand extends DeskAction {
  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description = "Your words; an empty TEXT takes the introduction out.")
  private @Nullable String words;

  @Option(
      names = "--choose",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "Take what is proposed under that number.")
  private @Nullable Integer number;

  @ArgGroup private @Nullable Other other;

  /** One of both at most. */
  static final class Other {
    @Option(names = "--preheader", description = "The preheader instead.")
    private boolean preheader;

    @Option(names = "--introduction", description = "The introduction instead.")
    private boolean introduction;
  }

  @Override
  int act(Week wanted, Store store, Desk desk) {
    if (words != null && number != null) {
      throw new UsageException("TEXT and --choose exclude each other.");
    }
    String digest = desk.load().text();
    String made = store.issues().find(wanted).map(Issues.Stored::generated).orElse("");
    List<String> offered = what().offered(made, digest);
    if (words == null && number == null) {
      return list(what().in(digest), offered);
    }
    String said = words != null ? words.strip() : chosen(offered);
    return say(
        desk.append(new Act.Say(what(), said), Desk.LATEST, Event.COMMAND),
        said.isEmpty() ? "The introduction was taken out." : "The " + what().key() + " is yours.");
  }

  private Opening what() {
    if (other != null && other.introduction) {
      return Opening.INTRODUCTION;
    }
    return other != null && other.preheader ? Opening.PREHEADER : Opening.SUBJECT;
  }

  private String chosen(List<String> offered) {
    if (number == null || number > offered.size()) {
      throw new UsageException(
          "There is no proposal %d: 'digest subject%s' lists %d."
              .formatted(
                  number, what() == Opening.SUBJECT ? "" : " --" + what().key(), offered.size()));
    }
    return offered.get(number - 1);
  }

  /** Numbered as --choose knows them; an introduction as it stands. */
  private int list(String now, List<String> offered) {
    if (what() == Opening.INTRODUCTION) {
      out().println(Terminal.plain(now));
    }
    for (int i = 0; i < offered.size(); i++) {
      String mark = offered.get(i).equals(now) ? "*" : " ";
      out()
          .println(
              String.format(Locale.ROOT, "%s %d  %s", mark, i + 1, Terminal.plain(offered.get(i))));
    }
    out().flush();
    return ExitCode.OK;
  }
}
