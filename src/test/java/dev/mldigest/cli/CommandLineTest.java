package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mldigest.cli.console.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLineTest {

  /** The forms that scorers and scripts call: they stay. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspect feed --json --manifest M --base-url http://a/ --content-type text/xml A B",
        "inspect feed --json @list -",
        "inspect article --json --manifest M A",
        "inspect rank --json --history DIR --picks P --popularity Q --weeks 2025-04-06..2025-12-28",
        "inspect rank --json --explain --history A B --picks P --weeks A..B --history-weeks 4",
        "inspect stories --json FILE",
        "inspect filters --json --language de FILE",
        "inspect mentions --json --candidates DIR FILE",
        "inspect tldr --json FILE",
        "inspect grounded --json FILE",
        "inspect sentences FILE",
        "inspect render --json --slot title FILE",
        "inspect week --json --text 2026-W10 --config C --output O",
        "run --config C --output O --now 2026-03-02T06:00:00Z --week 2026-W10 --redo --json",
        "run --sources F.opml",
        "render --to html 2026-W10",
        "publish --to file --file F --format txt",
        "explain --json ITEM",
        "coverage --json --week 2026-W10",
        "feeds import FILE.opml",
        "feeds export",
        "doctor --offline",
        "demo"
      })
  void a_published_form_of_a_command_is_understood(String line) {
    assertThatCode(() -> Digest.commandLine().parseArgs(line.split(" ", -1)))
        .doesNotThrowAnyException();
  }

  @Test
  void every_command_has_help() {
    List<String> without = new ArrayList<>();
    collect("digest", Digest.commandLine(), without);
    assertThat(without).isEmpty();
  }

  @Test
  void a_command_is_known_by_the_name_of_its_class() {
    Digest.commandLine()
        .getSubcommands()
        .forEach((name, command) ->
            assertThat(
                    command.getCommandSpec().userObject().getClass().getAnnotation(Command.class))
                .extracting(Command::name)
                .isEqualTo(name));
  }

  /** The jar states the pom's; here are classes alone. */
  @Test
  void a_program_outside_a_jar_was_never_released() {
    StringWriter out = new StringWriter();
    int code = Digest.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "--version");
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out.toString().strip()).isEqualTo("ML Digest unreleased");
  }

  @Test
  void a_missing_command_or_option_is_wrong_usage() {
    assertThat(call()).isEqualTo(ExitCode.USAGE);
    assertThat(call("inspect")).isEqualTo(ExitCode.USAGE);
    assertThat(call("run", "--colour")).isEqualTo(ExitCode.USAGE);
    assertThat(call("run", "--week", "soon")).isEqualTo(ExitCode.USAGE);
    assertThat(call("run", "--now", "soon")).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run --rdo | There is no option '--rdo'. 'digest run --help' says what there is.",
        "add --secton x | There is no option '--secton'; did you mean --section?"
            + " 'digest add --help' says what there is.",
        "reject | Missing required parameter: 'ITEM'. 'digest reject --help' says what there is.",
        "note a b c | 'c' is one word too many. 'digest note --help' says what there is.",
        "publish --to | Missing required parameter for option '--to' (TARGET)."
            + " 'digest publish --help' says what there is.",
        "feeds list --x | There is no option '--x'. 'digest feeds list --help' says what there is.",
        "undo --steps two | --steps must be a whole number from 1 to 999999999, not 'two'."
            + " 'digest undo --help' says what there is.",
        "rejct | There is no command 'rejct'; did you mean reject?"
            + " 'digest --help' says what there is."
      })
  void wrong_usage_is_told_in_one_line_that_names_the_help(String line, String said) {
    StringWriter err = new StringWriter();
    int code =
        Digest.run(new PrintWriter(new StringWriter()), new PrintWriter(err), line.split(" ", -1));
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isEqualTo("digest: " + said + System.lineSeparator());
  }

  @Test
  void who_says_no_command_gets_the_list_of_them() {
    StringWriter err = new StringWriter();
    Digest.run(new PrintWriter(new StringWriter()), new PrintWriter(err));
    assertThat(err.toString()).startsWith("digest: Say what to do").contains("\n  approve ");
  }

  @Test
  void looking_at_a_state_that_is_not_there_makes_none(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
    assertThat(call("render", "--output", folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(call("explain", "x", "--output", folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(call("publish", "--to", "stdout", "--output", folder.toString()))
        .isEqualTo(ExitCode.NOT_APPROVED);
    assertThat(folder).isEmptyDirectory();
  }

  /** The list of commands shows that line alone. */
  @Test
  void the_first_line_of_what_a_command_does_is_a_whole_sentence() {
    Digest.commandLine()
        .getSubcommands()
        .forEach((name, command) ->
            assertThat(command.getCommandSpec().usageMessage().description()[0])
                .as(name)
                .endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "publish --to somewhere",
        "pick x",
        "redo x",
        "add https://example.org/",
        "run",
        "harvest",
        "coverage",
        "serve"
      })
  void the_settings_are_those_that_stand_in_the_folder_of_the_digests(
      String line, @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
    java.nio.file.Path own = folder.resolve("feeds.yaml");
    java.nio.file.Files.writeString(own, "unheard-of: 1\n");
    StringWriter err = new StringWriter();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    int code =
        Digest.run(nowhere, new PrintWriter(err), (line + " --output " + folder).split(" ", -1));
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("in " + own).contains("unheard-of");
  }

  private static int call(String... arguments) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Digest.run(nowhere, nowhere, arguments);
  }

  private static void collect(String name, CommandLine command, List<String> without) {
    if (command.getCommandSpec().findOption("--help") == null) {
      without.add(name);
    }
    command.getSubcommands().forEach((word, sub) -> collect(name + " " + word, sub, without));
  }
}
