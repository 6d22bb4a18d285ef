package dev.mldigest.pipeline.publishing;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.service.Services;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.TestSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Publishes one issue into listmonk with receipts in a state, and stands still at one write. */
final class PublicationProcess {
  private PublicationProcess() {}

  /** Folder of the state, address of the service, and where to stand still. */
  public static void main(String[] arguments) {
    publish(Path.of(arguments[0]), arguments[1], arguments[2], InstantSource.system());
  }

  /**
   * @param halt for example {@code before MADE}; empty for nowhere
   */
  static PublishOutcome publish(Path folder, String service, String halt, InstantSource clock) {
    PublishTarget settings =
        new PublishTarget(
            "lists",
            TargetKind.LISTMONK,
            URI.create(service),
            new PublishTarget.Key("a test", new Secret("lm-token-of-ours")),
            Map.of("user", List.of("digest"), "lists", List.of("3")));
    JsonHttp.Terms terms =
        new JsonHttp.Terms(Duration.ofSeconds(20), wait -> {}, HostPauses.inMemory(), clock);
    try (Store store = Store.open(folder);
        Services services =
            new Services(
                TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"), terms)) {
      Draft draft = FakedTarget.draft("An issue.");
      return services.target(settings).publish(draft, receipts(store, halt));
    }
  }

  private static Receipts receipts(Store store, String halt) {
    return new Receipts() {
      @Override
      public List<Receipt> of(Week week) {
        return store.receipts().of("lists", week);
      }

      @Override
      public void keep(Receipt receipt) {
        pass("before " + receipt.step());
        store.receipts().keep(receipt);
        pass("after " + receipt.step());
      }

      private void pass(String step) {
        if (step.equals(halt)) {
          System.out.println("there");
          while (true) {
            LockSupport.park();
          }
        }
      }
    };
  }
}
