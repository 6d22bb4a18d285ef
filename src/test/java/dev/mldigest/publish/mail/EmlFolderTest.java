package dev.mldigest.publish.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlFolderTest {
  @TempDir Path folder;

  private final FakedTarget.Time time = new FakedTarget.Time();

  private PublishOutcome publish(String text) {
    return new EmlFolder(
            folder, new MailAddresses("digest@example.org", "", "me@example.org", null), time)
        .publish(FakedTarget.draft(text), new MemoryReceipts(() -> false));
  }

  @Test
  void each_content_is_written_once() throws IOException {
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.Published.class);
    time.pass(Duration.ofDays(1));
    assertThat(publish("Text")).isInstanceOf(PublishOutcome.Unchanged.class);
    assertThat(publish("New text")).isInstanceOf(PublishOutcome.Published.class);
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).hasSize(2).allMatch(name -> name.matches("2026-W10-[0-9a-f]{8}\\.eml"));
    }
  }
}
