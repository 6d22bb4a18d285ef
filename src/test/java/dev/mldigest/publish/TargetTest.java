package dev.mldigest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mldigest.publish.PublishOutcome.Failed;
import dev.mldigest.publish.PublishOutcome.Published;
import dev.mldigest.publish.PublishOutcome.Unchanged;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  @TempDir Path folder;

  @Test
  void a_file_is_published_once_and_then_left_alone() throws IOException {
    Path file = folder.resolve("issue.html");
    FileTarget target = new FileTarget(file);
    assertThat(target.publish("grüße")).isEqualTo(new Published(file.toString(), 7));
    FileTime long_ago = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, long_ago);
    assertThat(target.publish("grüße")).isEqualTo(new Unchanged(file.toString()));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(long_ago);
    assertThat(target.publish("anders")).isEqualTo(new Published(file.toString(), 6));
    assertThat(file).hasContent("anders");
  }

  @Test
  void a_file_that_cannot_be_written_is_an_outcome() throws IOException {
    Path blocker = Files.writeString(folder.resolve("blocker"), "");
    Path file = blocker.resolve("issue.html");
    assertThat(new FileTarget(file).publish("x"))
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.sentence()).contains("cannot be written"));
  }

  @Test
  void a_pipe_gets_the_content_and_nothing_else() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(new Stdout(out).publish("# Grüße\n"))
        .isEqualTo(new Published("standard output", 10));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("# Grüße\n");
  }

  @Test
  void a_full_device_behind_the_pipe_is_an_outcome() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
    try (FileOutputStream full = new FileOutputStream("/dev/full")) {
      assertThat(new Stdout(full).publish("x")).isInstanceOf(Failed.class);
    }
  }
}
