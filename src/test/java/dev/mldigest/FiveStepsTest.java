package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps that the README promises, as it writes them, each a process in the folder of a new
 * user. Only {@code serve}, which does not end by itself, is left to {@link ServeTest}.
 */
class FiveStepsTest {
  private static final Pattern COMMAND = Pattern.compile("`\\./digest ([^`|]+)[^`]*`");

  @TempDir Path folder;

  @Test
  void the_five_steps_of_the_readme_lead_from_sources_to_a_newsletter() throws Exception {
    List<String> steps = steps();
    assertThat(steps).hasSizeGreaterThan(5);
    try (Internet internet = new Internet()) {
      Files.writeString(folder.resolve("feeds.yaml"), internet.configuration(""));
      Files.writeString(folder.resolve("FILE.opml"), call("feeds export"));
      String published = "";
      for (String step : steps) {
        published = call(step);
      }
      assertThat(published).as("what the last step pipes on").contains("### ");
    }
  }

  private static List<String> steps() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("in five steps");
    List<String> steps = new ArrayList<>();
    var matcher = COMMAND.matcher(readme.substring(from, readme.indexOf("\n## ", from)));
    while (matcher.find()) {
      if (!matcher.group(1).equals("serve")) {
        // The page of a review stands until Ctrl-C.
        steps.add(matcher.group(1).strip().replaceFirst("^review$", "review --editor"));
      }
    }
    return steps;
  }

  private static String filledIn(String word) {
    return word.equals("TITLE") ? Internet.title(1, 0) : word;
  }

  /** Standard output of a command that went well. */
  private String call(String words) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String program =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(java, "-cp", program, "dev.mldigest.Main"),
                        Stream.of(words.split(" ")).map(FiveStepsTest::filledIn))
                    .toList())
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile())
            .redirectOutput(folder.resolve("out").toFile());
    process.environment().put("DIGEST_NOW", Internet.NOW.toString());
    process.environment().put("DIGEST_HOME", Path.of("").toAbsolutePath().toString());
    process.environment().put("VISUAL", "true");
    int code = process.start().waitFor();
    assertThat(code).as("%s: %s", words, Files.readString(folder.resolve("err"))).isZero();
    return Files.readString(folder.resolve("out"));
  }
}
