package dev.mldigest.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCommandTest {
  @TempDir private Path folder;

  private final Internet internet = new Internet();
  private Program program;

  @BeforeEach
  void aWeekIsMade() throws Exception {
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    program.run();
  }

  @AfterEach
  void close() {
    internet.close();
  }

  private Program.Ended picture(String... more) {
    return Program.call(program.arguments("picture", more));
  }

  @Test
  void a_made_week_is_drawn_with_its_own_numbers() {
    assertThat(picture("funnel").out())
        .startsWith("<svg")
        .contains("role=\"img\"", "12 entries fetched");
    assertThat(picture("topics").out()).contains("Topics of the last 1 issue", Internet.WEEK);
    assertThat(picture("sources", "--to", "table").out())
        .startsWith("Sources over 12 weeks\nsource\t")
        .contains("\nSource 0\t0\t");
  }

  @Test
  void a_png_goes_into_the_file_that_was_named() throws Exception {
    Path file = folder.resolve("pictures/funnel.png");

    assertThat(picture("funnel", "--to", "png", "--file", file.toString()).code()).isZero();

    BufferedImage drawn = ImageIO.read(file.toFile());
    assertThat(drawn.getWidth()).isEqualTo(2 * (480 + 24));
  }

  @Test
  void a_score_and_a_story_are_those_of_the_item_that_was_named() {
    String id =
        program
            .onOutput("explain", "e", "--json")
            .out()
            .lines()
            .filter(line -> line.contains("\"decision\":\"picked\""))
            .findFirst()
            .orElseThrow()
            .replaceFirst(".*\"entry\":\"([^\"]+)\".*", "$1");

    assertThat(picture("score", id).out()).contains("Score waterfall", "is the sum of");
    assertThat(picture("story", id).out()).contains("Who carried the story", "(linked)");
  }

  @Test
  void what_is_not_named_well_ends_in_one_sentence() {
    assertThat(picture("score").err()).contains("Name an item");
    assertThat(picture("story", "no such thing").code()).isEqualTo(ExitCode.USAGE);
    assertThat(picture("funnel", "--week", "2020-W01").err())
        .contains("No issue was made for the week 2020-W01.");
    String own = folder.resolve("output/" + Internet.WEEK + "/digest.md").toString();
    assertThat(picture("funnel", "--file", own).code()).isEqualTo(ExitCode.USAGE);
  }
}
