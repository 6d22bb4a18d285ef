package dev.mldigest.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CheckListTest {
  @Test
  void what_servers_say_is_one_line_without_controls() {
    StringWriter out = new StringWriter();
    CheckList list = new CheckList(new PrintWriter(out), 8);
    list.say(false, "a\u001b]0;x\u0007", "fetched: \u001b[2Jsaid\r\nok   b\u202e  fetched");
    list.say(true, "long-id", "fetched");
    assertThat(list.exitCode()).isEqualTo(ExitCode.MADE_WITH_GAPS);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            FAIL a]0;x    fetched: [2Jsaid ok   b  fetched
            ok   long-id  fetched
            """);
  }
}
