package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The documentation tells the truth: its commands exist with the options it names, and its links
 * lead somewhere.
 */
class ReadmeTest {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)(?<![\\w/])(?:\\./digest|`digest|ExecStart=\\S*/digest) ([^`\\n#|>&;]*)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  @Test
  void every_command_in_the_documentation_exists_with_the_options_it_names() throws Exception {
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (Path page : pages()) {
      var matcher = COMMAND.matcher(Files.readString(page));
      while (matcher.find()) {
        checked++;
        check(page, matcher.group(1).strip(), wrong);
      }
    }
    assertThat(checked).isGreaterThan(10);
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_command_is_documented_on_a_page() throws Exception {
    StringBuilder all = new StringBuilder();
    for (Path page : pages()) {
      all.append(Files.readString(page));
    }
    for (String command : Digest.commandLine().getSubcommands().keySet()) {
      assertThat(all.toString()).as(command).contains("digest " + command);
    }
  }

  @Test
  void every_relative_link_leads_to_a_file() throws Exception {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      var matcher = LINK.matcher(Files.readString(page));
      while (matcher.find()) {
        Path target = page.toAbsolutePath().resolveSibling(matcher.group(1));
        if (!Files.exists(target)) {
          dead.add(page + ": " + matcher.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  private static void check(Path page, String words, List<String> wrong) {
    CommandLine command = Digest.commandLine();
    for (String word : words.split("\\s+")) {
      String name = word.replaceAll("[\\[\\]…,.:)]+", "").replaceFirst("=.*", "");
      if (name.startsWith("--")) {
        if (command.getCommandSpec().findOption(name) == null) {
          wrong.add(page + ": digest " + words + ": no option " + name);
        }
      } else if (command.getSubcommands().containsKey(name)) {
        command = command.getSubcommands().get(name);
      } else if (command.getCommandSpec().parent() == null && !name.isEmpty()) {
        wrong.add(page + ": no command '" + name + "'");
        return;
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
