package dev.mldigest.pipeline.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.FakeListmonk;
import dev.mldigest.testkit.FakedTarget;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed, not ended, before and after each of its receipts. */
class KilledPublicationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before ASKED",
        "after ASKED",
        "before MADE",
        "after MADE",
        "before READ",
        "after READ"
      })
  void the_next_command_carries_on_and_one_draft_stands_there(String step) throws Exception {
    try (FakeListmonk service = new FakeListmonk("digest:lm-token-of-ours", 0)) {
      killedAt(step, service.address());

      PublishOutcome next =
          PublicationProcess.publish(
              folder,
              service.address(),
              "",
              InstantSource.offset(InstantSource.system(), Duration.ofMinutes(2)));

      assertThat(next)
          .as(step)
          .matches(outcome ->
              outcome instanceof PublishOutcome.Drafted
                  || outcome instanceof PublishOutcome.Unchanged);
      assertThat(service.kept()).as(step).hasSize(1);
      assertThat(service.leaving()).as(step).isEmpty();
      try (Store store = Store.open(folder)) {
        assertThat(store.receipts().of("lists", FakedTarget.WEEK))
            .singleElement()
            .satisfies(receipt -> assertThat(receipt.step()).isEqualTo(Receipt.Step.READ))
            .satisfies(receipt -> assertThat(receipt.id()).isEqualTo("1"));
      }
    }
  }

  private void killedAt(String step, String service) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PublicationProcess.class.getName(),
                folder.toString(),
                service,
                step)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).as(step).isEqualTo("there");
    } finally {
      process.destroyForcibly(); // SIGKILL
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
