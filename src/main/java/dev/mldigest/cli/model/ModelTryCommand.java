package dev.mldigest.cli.model;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Writing;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Reply;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.Account;
import dev.mldigest.summarise.opening.Voice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the configured model summarise one article, and shows what becomes of each claim. */
@Command(
    name = "try",
    description = {
      "Have the configured model summarise one article, as a run would but for your voice.",
      "It shows each claim with the sentences it cites, whether it passed, and which rule refused"
          + " it and why.",
      "It is paid for and stands in the ledger; what was asked before is not asked again."
    },
    footer = {
      "",
      "Exit codes: 0 the model's summary can be used, 2 wrong usage or configuration, 7 the call"
          + " might have passed a limit, 8 nothing of the model's can be used, 75 the article"
          + " cannot be had."
    })
final class ModelTryCommand extends ConfiguredAction {
  private static final URI NOWHERE = URI.create("https://localhost/");

  @Parameters(
      paramLabel = "TEXT|URL|FILE",
      description =
          "A text in quotation marks, the address of a page, a file (HTML, PDF, .txt or .md, with a"
              + " first line '# Title'), or - for a text on standard input.")
  private String named;

  @Option(names = "--title", paramLabel = "TEXT", description = "Its title (default: its own).")
  private String title = "";

  @Option(names = "--ask-again", description = "Ask also for what was answered before.")
  private boolean again;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    if (settings.model().provider() == LanguageModel.Provider.NONE) {
      throw new UsageException("feeds.yaml configures no model: 'model' is missing.");
    }
    return switch (TriedArticle.of(named, title, settings, places)) {
      case TriedArticle.Missing(String reason) -> {
        err().println("digest: " + Terminal.plain(reason));
        yield ExitCode.UNREACHABLE;
      }
      case TriedArticle.Read read -> tried(settings, read);
    };
  }

  private int tried(Settings settings, TriedArticle.Read read) {
    try (Store store = Store.open(places.files().state());
        Gateway gateway = gateway(settings, store)) {
      long before = store.replies().last();
      long start = System.nanoTime();
      Account account =
          Writing.summariser(settings, gateway).account(story(read.article()), Voice.NONE, null);
      double seconds = (System.nanoTime() - start) / 1e9;
      TrialReport report =
          new TrialReport(
              read,
              account,
              store.replies().since(before),
              settings.model().prices(),
              seconds,
              store.replies().remarksSince(before));
      if (json.isWanted()) {
        out().println(JsonLines.text(report.json()));
      } else {
        report.lines().forEach(line -> out().println(Terminal.plain(line)));
      }
      return exit(account);
    }
  }

  private Gateway gateway(Settings settings, Store store) {
    return again
        ? Writing.gatewayAskingAgain(settings, store, places.clock())
        : Objects.requireNonNull(Writing.gateway(settings, store, places.clock()));
  }

  private static int exit(Account account) {
    boolean limited =
        account.turns().stream().anyMatch(turn -> turn.reply() instanceof Reply.OverBudget);
    return switch (account.outcome()) {
      case SummaryOutcome.Summarised _ -> ExitCode.OK;
      case SummaryOutcome.Extractive _ ->
          limited ? ExitCode.BUDGET_REACHED : ExitCode.WITHOUT_MODEL;
    };
  }

  /** Alone with its text: of the world around an item a summary knows nothing. */
  private static Story story(Article article) {
    String id = Sha256.of(article.title() + "\n" + article.text());
    FeedEntry entry = FeedEntry.titled(article.title()).guid(id).link(article.url()).build();
    boolean paper = article.kind() == PageKind.PAPER;
    String site = article.about().siteName();
    Source source =
        new Source(
            "tried",
            site == null ? "a page" : site,
            paper ? SourceKind.PAPERS : SourceKind.BLOG,
            NOWHERE,
            "tried",
            1,
            List.of(),
            null);
    Candidate candidate =
        new Candidate(
            new Entry(id, source.id(), entry, null, Instant.EPOCH, Instant.EPOCH), source, article);
    return new Story(id, candidate, List.of(candidate));
  }
}
