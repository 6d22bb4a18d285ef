package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process. */
class ServeTest {
  @TempDir Path folder;
  @AutoClose private final Internet internet = new Internet();

  @Test
  void a_service_that_is_told_to_stop_begins_nothing_more_and_the_next_start_goes_on()
      throws Exception {
    String configuration = internet.configuration("");
    Program undisturbed = new Program(folder.resolve("a"), configuration, Internet.NOW.toString());
    undisturbed.run();
    internet.server().resetRequests();
    Program stopped = new Program(folder.resolve("b"), configuration, Internet.NOW.toString());
    StubMapping slow =
        internet
            .server()
            .stubFor(
                get(urlPathMatching("/s[12]/feed.xml"))
                    .atPriority(1)
                    .willReturn(aResponse().withFixedDelay(60_000)));

    Path log = folder.resolve("log");
    Process process = serve(stopped, log);
    while (internet.requests() == 0 && process.isAlive()) { // then two of three are under way
      Thread.onSpinWait();
    }
    process.destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isIn(0, 143);
    internet.server().removeStub(slow);
    Ended resumed = stopped.run();
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(items(stopped)).isEqualTo(items(undisturbed)).isNotEmpty();
  }

  private static List<String> items(Program program) throws Exception {
    return Files.readString(program.digest(Internet.WEEK))
        .lines()
        .filter(line -> line.startsWith("### "))
        .toList();
  }

  @Test
  void a_second_service_says_that_the_folder_is_in_use() throws Exception {
    Program program =
        new Program(folder.resolve("c"), internet.configuration(""), Internet.NOW.toString());
    try (RunLock first = RunLock.serving(program.output().resolve("state")).orElseThrow()) {
      Ended second = Program.call(program.arguments("serve"));

      assertThat(first).isNotNull();
      assertThat(second.code()).isEqualTo(2);
      assertThat(second.err().strip().lines()).hasSize(1);
      assertThat(second.err()).contains("Another 'digest serve' is at work");
    }
    assertThat(internet.requests()).isZero();
  }

  private static Process serve(Program program, Path log) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> command =
        Stream.concat(
            Stream.of(java, "-cp", System.getProperty("java.class.path"), "dev.mldigest.Main"),
            Stream.of(program.arguments("serve")));
    return new ProcessBuilder(command.toList())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
