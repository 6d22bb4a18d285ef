package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  @TempDir private Path folder;

  @Test
  void bash_completes_commands_and_their_options() throws IOException, InterruptedException {
    StringWriter script = new StringWriter();
    assertThat(Digest.run(new PrintWriter(script), new PrintWriter(script), "completion")).isZero();
    Path file = Files.writeString(folder.resolve("digest.bash"), script.toString());
    assertThat(completed(file, "digest", "re"))
        .contains("review", "render", "restore", "reject")
        .doesNotContain("publish");
    assertThat(completed(file, "digest", "review", "--")).contains("--week", "--port");
    assertThat(completed(file, "digest", "feeds", "im")).contains("import");
  }

  /** What the shell offers for the last of these words. */
  private static String completed(Path script, String... words)
      throws IOException, InterruptedException {
    String asked =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%2$s'; COMP_POINT=${#COMP_LINE}; _complete_digest; echo ${COMPREPLY[@]}"
            .formatted(script, String.join(" ", words), words.length - 1);
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", asked).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return said;
  }
}
