package dev.mldigest.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogSettingsTest {
  @Test
  void our_own_news_and_the_warnings_of_others_go_to_standard_error() {
    String said =
        standardErrorOf(context -> {
          context.getLogger("dev.mldigest.cli").info("a week is made");
          context.getLogger("dev.mldigest.cli").debug("a detail");
          context.getLogger("org.example").info("chatter");
          context.getLogger("org.example").warn("a full disk");
          context.getLogger("org.apache.pdfbox").error("a broken font");
          context.getLogger("org.sqlite").error("a library");
        });

    assertThat(said.lines().map(line -> line.replaceFirst("\\d\\d:\\d\\d:\\d\\d ", "")))
        .containsExactly("INFO  a week is made", "WARN  a full disk");
  }

  @Test
  void a_fault_is_told_with_the_line_it_came_from_and_no_whole_trace() {
    String said =
        standardErrorOf(context ->
            context
                .getLogger("dev.mldigest")
                .error("no issue", new IllegalStateException("the disk is full")));

    assertThat(said).contains("IllegalStateException: the disk is full", "LogSettingsTest");
    assertThat(said.lines().count()).isLessThan(5);
  }

  @Test
  void logback_finds_them_and_a_file_of_the_tests_comes_first() {
    Configurator found = ServiceLoader.load(Configurator.class).findFirst().orElseThrow();

    assertThat(found).isInstanceOf(LogSettings.class);
    assertThat(found.configure(new LoggerContext()))
        .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
  }

  private static String standardErrorOf(Consumer<LoggerContext> logging) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      LoggerContext context = new LoggerContext();
      context.setMDCAdapter(new LogbackMDCAdapter());
      LogSettings.apply(context);
      logging.accept(context);
      context.stop();
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
