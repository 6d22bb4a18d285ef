package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.rule.WordRule.EachWord;
import dev.mldigest.summarise.ground.rule.form.Verbatim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The house's order for rules: one a file, all in one list, each with its source and its figure.
 */
class RulesTest {
  private static final Path RULES =
      Path.of("src/main/java/dev/mldigest/summarise/ground/rule").toAbsolutePath();

  @Test
  void every_rule_there_is_stands_in_a_list() throws IOException {
    assertThat(texts().keySet()).isEqualTo(listed());
  }

  @Test
  void every_rule_names_its_source_and_what_it_does_to_held_claims() throws IOException {
    texts()
        .forEach((name, text) ->
            assertThat(text).as(name).contains("<p>Source: ").contains("<p>Measured: "));
  }

  private static Set<String> listed() {
    return Stream.of(Rules.CLAIM, Rules.MODEL, Rules.LINE, Rules.SUMMARY, List.of(new Verbatim(1)))
        .flatMap(List::stream)
        .flatMap(RulesTest::parts)
        .map(rule -> rule.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Rule> parts(Rule rule) {
    return rule instanceof EachWord(var rules)
        ? rules.stream().map(Rule.class::cast)
        : Stream.of(rule);
  }

  /** The rules' own files by the name of the rule. */
  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(RULES, 2)) {
      for (Path file :
          files.filter(path -> path.getNameCount() > RULES.getNameCount() + 1).toList()) {
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        if (text.contains("implements Rule {") || text.contains("implements WordRule {")) {
          texts.put(file.getFileName().toString().replace(".java", ""), text);
        }
      }
    }
    return texts;
  }
}
