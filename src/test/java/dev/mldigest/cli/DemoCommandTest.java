package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void an_earlier_demo_is_moved_aside_with_all_that_somebody_put_into_it() throws Exception {
    Path output = folder.resolve("demo");
    assertThat(demo(output).code()).isIn(0, 5);
    Files.writeString(output.resolve("my-notes.txt"), "mine");

    Ended second = demo(output);
    assertThat(second.code()).as(second.err()).isIn(0, 5);
    assertThat(second.err()).contains("demo.previous.");
    assertThat(folder.resolve("demo.previous/my-notes.txt")).hasContent("mine");
    assertThat(folder.resolve("demo.previous/state")).isDirectory();
    assertThat(output.resolve("my-notes.txt")).doesNotExist();

    Files.writeString(output.resolve("more.txt"), "mine too");
    assertThat(demo(output).err()).contains("demo.previous-2.");
    assertThat(folder.resolve("demo.previous/my-notes.txt")).hasContent("mine");
    assertThat(folder.resolve("demo.previous-2/more.txt")).hasContent("mine too");
  }

  /** Five are: two lures, an advertisement and two vacancies. Its posts of practice are not. */
  @Test
  void no_post_of_the_invented_week_is_taken_for_one_of_another_field() throws Exception {
    Path output = folder.resolve("demo");
    assertThat(demo(output).code()).isIn(0, 5);
    try (Stream<Path> weeks = Files.list(output)) {
      Path week =
          weeks
              .filter(path -> path.getFileName().toString().contains("-W"))
              .findFirst()
              .orElseThrow();
      assertThat(week.resolve("digest.md")).content().contains(" 6 off topic, 1 beginner,");
    }
  }

  @Test
  void a_folder_with_a_configuration_of_somebody_s_own_is_left_alone() throws Exception {
    Path output = folder.resolve("own");
    demo(output);
    Files.writeString(output.resolve("feeds.yaml"), "title: Mine\n");

    Ended refused = demo(output);

    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("holds no demo");
    assertThat(output.resolve("feeds.yaml")).hasContent("title: Mine\n");
  }

  private static Ended demo(Path output) {
    return Program.call("demo", "--output", output.toString());
  }
}
