package dev.mldigest.compose;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.spending.ReplyLedger;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.embed.InProcess;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Links;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.fetch.http.Waiting;
import dev.mldigest.model.AskedAgain;
import dev.mldigest.model.Gateway;
import dev.mldigest.pipeline.Run;
import dev.mldigest.pipeline.card.Cards;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.pipeline.harvest.Harvest;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.pipeline.harvest.SinglePage;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.pipeline.issue.KeptEmbeddings;
import dev.mldigest.pipeline.issue.Redo;
import dev.mldigest.pipeline.issue.WeeklyIssue;
import dev.mldigest.pipeline.issue.Writers;
import dev.mldigest.pipeline.publishing.Publishing;
import dev.mldigest.pipeline.readers.ReaderDesk;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.select.Selection;
import dev.mldigest.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The composition root of the pipeline: every object is built here, by constructor, and closed
 * here.
 */
public final class Composition implements AutoCloseable {
  private final Store store;
  private final Http http;
  private final Run run;
  private final Redo redo;
  private final Bench bench;
  private final Cards cards;
  private final Gate gate;
  private final @Nullable Gateway gateway;
  private final InProcess model;

  private Composition(
      Store store,
      Http http,
      @Nullable Gateway gateway,
      InProcess model,
      Run run,
      Redo redo,
      Bench bench,
      Cards cards,
      Gate gate) {
    this.store = store;
    this.http = http;
    this.gateway = gateway;
    this.model = model;
    this.run = run;
    this.redo = redo;
    this.bench = bench;
    this.cards = cards;
    this.gate = gate;
  }

  public static Composition of(
      Settings settings, IssueFiles files, InstantSource clock, Progress progress) {
    return of(settings, files, clock, progress, Waiting.SYSTEM);
  }

  /**
   * @param waiting what requests wait in before they begin
   */
  public static Composition of(
      Settings settings,
      IssueFiles files,
      InstantSource clock,
      Progress progress,
      Waiting waiting) {
    return of(settings, files, clock, progress, waiting, ledger -> ledger);
  }

  /** A model is asked again also for what it has answered before. */
  public static Composition askingAgain(
      Settings settings, IssueFiles files, InstantSource clock, Progress progress) {
    return of(settings, files, clock, progress, Waiting.SYSTEM, AskedAgain::new);
  }

  private static Composition of(
      Settings settings,
      IssueFiles files,
      InstantSource clock,
      Progress progress,
      Waiting waiting,
      UnaryOperator<ReplyLedger> memory) {
    Store store = Store.open(files.state());
    Http http = http(settings, clock, waiting, store.hostPauses());
    Gateway gateway = Writing.gateway(settings, store, memory.apply(store.replies()), clock);
    Writers writers = Writing.writers(settings, gateway, progress);
    Harvest harvest =
        new Harvest(
            settings,
            store,
            new SourceReader(http, settings.language()),
            new Pages(http),
            new Extractor(),
            clock,
            progress);
    InProcess model = new InProcess(files.state().resolve("embeddings"));
    Selection selection =
        new Selection(
            settings.audience(),
            settings.slots(),
            settings.language(),
            embeddings(settings, model, store, clock));
    WeeklyIssue issue = new WeeklyIssue(settings, store, selection, writers, files);
    Redo redo = new Redo(settings, store, writers, files);
    SinglePage page = new SinglePage(settings, new Pages(http), new Extractor());
    Bench bench = new Bench(settings, store, writers, files, page);
    Cards cards = new Cards(settings, store);
    return new Composition(
        store,
        http,
        gateway,
        model,
        new Run(settings, store, harvest, issue, files),
        redo,
        bench,
        cards,
        gate(settings, store, files, new Links(http), clock));
  }

  /**
   * What stands between an issue and its readers.
   *
   * @param links null where nothing may be asked for
   */
  public static Gate gate(
      Settings settings,
      Store store,
      IssueFiles files,
      @Nullable Links links,
      InstantSource clock) {
    return new Gate(settings, store, files, links, clock, Writing.bans());
  }

  private static Embeddings embeddings(
      Settings settings, InProcess model, Store store, InstantSource clock) {
    return switch (settings.audience().likeness()) {
      case MEANING -> new KeptEmbeddings(model, InProcess.MODEL, store.vectors(), clock);
      case WORDS -> Embeddings.NONE;
    };
  }

  /**
   * @param pauses of the state, or in memory for commands that keep none
   */
  public static Http http(Settings settings, InstantSource clock, HostPauses pauses) {
    return http(settings, clock, Waiting.SYSTEM, pauses);
  }

  /** The same, and what its requests wait in before they begin. */
  public static Http http(
      Settings settings, InstantSource clock, Waiting waiting, HostPauses pauses) {
    String contact = settings.network().contact();
    String comment = contact.isBlank() ? "" : " (+" + contact + ")";
    return Http.as(settings.network(), "ml-digest/" + version() + comment)
        .clock(clock)
        .waiting(waiting)
        .pauses(pauses)
        .build();
  }

  /** What hands approved issues to the targets of these settings. */
  public static Publishing publishing(
      Settings settings, Store store, IssueFiles files, InstantSource clock) {
    return new Publishing(
        settings,
        store,
        files,
        new JsonHttp.Terms(JsonHttp.DEADLINE, Composition::sitOut, store.hostPauses(), clock));
  }

  /** What asks the targets of these settings what readers did. */
  public static ReaderDesk readers(
      Settings settings, Store store, IssueFiles files, InstantSource clock) {
    return new ReaderDesk(
        settings,
        store,
        files,
        new JsonHttp.Terms(JsonHttp.DEADLINE, Composition::sitOut, store.hostPauses(), clock));
  }

  private static void sitOut(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // then nothing more is waited for
    }
  }

  /** As the pom states it, by way of the jar; classes outside a jar were never released. */
  public static String version() {
    String stated = Composition.class.getPackage().getImplementationVersion();
    return stated == null ? "unreleased" : stated;
  }

  public Store store() {
    return store;
  }

  public Run run() {
    return run;
  }

  public Redo redo() {
    return redo;
  }

  public Bench bench() {
    return bench;
  }

  public Cards cards() {
    return cards;
  }

  public Gate gate() {
    return gate;
  }

  @Override
  public void close() {
    http.close();
    model.close();
    if (gateway != null) {
      gateway.close();
    }
    store.close();
  }
}
