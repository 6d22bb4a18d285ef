package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.testkit.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What commands say of themselves, and of numbers that they do not take. */
class HelpTest {
  /** These mean one thing wherever they stand. */
  private static final Set<String> COMMON =
      Set.of("--config", "--sources", "--output", "--now", "--week", "--help", "--version");

  @Test
  void every_command_and_option_is_explained_in_a_sentence() {
    for (CommandLine command : all()) {
      String name = command.getCommandSpec().qualifiedName();
      String[] said = command.getCommandSpec().usageMessage().description();
      assertThat(said).as(name).isNotEmpty();
      assertThat(Stream.concat(Stream.of(said), arguments(command)))
          .as(name)
          .allMatch(text -> text.matches("(?s).*[.)]"));
    }
  }

  private static Stream<String> arguments(CommandLine command) {
    return command.getCommandSpec().args().stream()
        .map(argument -> String.join(" ", argument.description()).strip());
  }

  @Test
  void an_option_of_one_meaning_is_explained_in_the_same_words_everywhere() {
    Map<String, Set<String>> words = new HashMap<>();
    for (CommandLine command : all()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (COMMON.contains(option.longestName()) && !isOwn(command, option)) {
          words
              .computeIfAbsent(option.longestName(), name -> new HashSet<>())
              .add(String.join(" ", option.description()));
        }
      }
    }
    assertThat(words)
        .hasSizeGreaterThan(5)
        .allSatisfy((name, said) -> assertThat(said).as(name).hasSize(1));
  }

  /** The issue that a run makes is none that is there, and a demo has a folder of its own. */
  private static boolean isOwn(CommandLine command, OptionSpec option) {
    Set<String> own =
        option.longestName().equals("--week")
            ? Set.of("run", "coverage", "review")
            : Set.of("demo");
    return own.contains(command.getCommandName());
  }

  @Test
  void lines_of_the_help_break_between_words_and_lists_of_codes_at_their_end_only() {
    for (CommandLine command : all()) {
      String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
      assertThat(help.lines()).as(help).allMatch(line -> line.length() <= 80);
      for (String footer : command.getCommandSpec().usageMessage().footer()) {
        assertThat(footer).matches("|Exit codes: .*\\.");
      }
    }
  }

  @Test
  void the_bounds_of_every_number_stand_in_one_place() {
    List<String> loose = new ArrayList<>();
    for (CommandLine command : all()) {
      for (ArgSpec argument : command.getCommandSpec().args()) {
        boolean isNumber = Set.of(int.class, Integer.class, long.class).contains(argument.type());
        boolean isBound = Stream.of(argument.converters()).anyMatch(WholeNumber.class::isInstance);
        if (isNumber && !isBound) {
          loose.add(command.getCommandSpec().qualifiedName() + " " + argument.paramLabel());
        }
      }
    }
    assertThat(loose).isEmpty();
  }

  @Test
  void a_number_that_is_not_taken_is_said_in_one_sentence() {
    for (String port : List.of("99999", "0", "-1", "abc", "", "1e3", "99999999999999")) {
      refused(
          "--port must be a whole number from 1 to 65535, not '" + port + "'; without the option",
          "review",
          "--port=" + port);
    }
    for (String number : List.of("0", "-1", "abc", "2.5", "99999999999999")) {
      String said = " must be a whole number from 1 to 999999999, not '" + number + "'.";
      refused("--steps" + said, "undo", "--steps=" + number);
      refused("--choose" + said, "subject", "--choose=" + number);
      refused("--number" + said, "restore", "--number=" + number);
      refused("--weeks" + said, "costs", "--weeks=" + number);
      refused("--most" + said, "stats", "issues", "--most=" + number);
      refused("--most" + said, "stats", "taste", "--most=" + number);
    }
    refused("--at must be a whole number from 1 to 999999999, not '0'", "review", "--at=0");
    refused("--to takes md, html, txt", "render", "--to=pdf");
  }

  private static void refused(String sentence, String... args) {
    Program.Ended ended = Program.call(args);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).startsWith("digest: " + sentence).hasLineCount(1);
    assertThat(ended.out()).isEmpty();
  }

  /** With those below others. */
  private static List<CommandLine> all() {
    List<CommandLine> all = new ArrayList<>();
    collect(Digest.commandLine(), all);
    return all;
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(below -> collect(below, all));
  }
}
