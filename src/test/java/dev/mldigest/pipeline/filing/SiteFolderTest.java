package dev.mldigest.pipeline.filing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.io.Sha256;
import dev.mldigest.pipeline.filing.SiteFolder.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void aFolderThatIsNotThereYet() {
    folder = temporary.resolve("public");
  }

  private Outcome write(Map<String, String> files) {
    return new SiteFolder(folder).write(files);
  }

  @Test
  void what_is_the_same_already_is_not_touched() throws IOException {
    assertThat(write(Map.of("index.html", "one", "topics/a.html", "two")))
        .isEqualTo(new Outcome.Written(2, 0, 0));
    FileTime long_ago = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(folder.resolve("index.html"), long_ago);

    assertThat(write(Map.of("index.html", "one", "topics/a.html", "three")))
        .isEqualTo(new Outcome.Written(1, 0, 1));

    assertThat(Files.getLastModifiedTime(folder.resolve("index.html"))).isEqualTo(long_ago);
    assertThat(folder.resolve("topics/a.html")).hasContent("three");
  }

  @Test
  void the_folder_that_one_is_in_is_a_folder_like_others() throws IOException {
    Path here = Path.of("");
    folder = here.resolve(here.toAbsolutePath().relativize(temporary)).resolve("public/../.");
    assertThat(write(Map.of("index.html", "one"))).isEqualTo(new Outcome.Written(1, 0, 0));
    assertThat(new SiteFolder(Path.of(".")).isWithin("index.html")).isTrue();
    assertThat(new SiteFolder(Path.of("")).isWithin("topics/a.html")).isTrue();
    assertThat(new SiteFolder(Path.of(".")).isWithin("../index.html")).isFalse();
  }

  @Test
  void what_no_issue_makes_any_more_goes_and_what_is_anothers_stays() throws IOException {
    write(Map.of("index.html", "one", "old.html", "gone soon", "edited.html", "ours"));
    Files.writeString(folder.resolve("mine.html"), "of the editor");
    Files.writeString(folder.resolve("edited.html"), "changed by hand");

    assertThat(write(Map.of("index.html", "one"))).isEqualTo(new Outcome.Written(0, 1, 1));

    assertThat(folder.resolve("old.html")).doesNotExist();
    assertThat(folder.resolve("mine.html")).hasContent("of the editor");
    assertThat(folder.resolve("edited.html")).hasContent("changed by hand");
  }

  @Test
  void a_file_in_the_way_that_is_not_ours_keeps_all_from_being_written() throws IOException {
    Files.createDirectories(folder.resolve("a.html"));
    Files.writeString(folder.resolve("index.html"), "of the editor");

    assertThat(write(Map.of("index.html", "ours", "a.html", "ours", "b.html", "ours")))
        .isInstanceOfSatisfying(
            Outcome.NotOurs.class,
            not -> assertThat(not.paths()).containsExactlyInAnyOrder("index.html", "a.html"));

    assertThat(folder.resolve("index.html")).hasContent("of the editor");
    assertThat(folder.resolve("b.html")).doesNotExist();
  }

  @Test
  void after_a_crash_between_two_files_nothing_of_ours_counts_as_anothers() throws IOException {
    write(Map.of("index.html", "one", "b.html", "one"));
    // As a kill leaves it: the list names what was to come, one file is written, the other is not.
    StringBuilder list = new StringBuilder();
    for (String path : List.of("b.html", "index.html")) {
      list.append(Sha256.of("one")).append(' ').append(path).append('\n');
      list.append(Sha256.of("two")).append(' ').append(path).append('\n');
    }
    Files.writeString(folder.resolve(SiteFolder.LIST), list);
    Files.writeString(folder.resolve("b.html"), "two");

    assertThat(write(Map.of("index.html", "three", "b.html", "three")))
        .isEqualTo(new Outcome.Written(2, 0, 0));
  }

  @Test
  void a_list_that_names_files_outside_of_the_folder_reaches_none_of_them() throws IOException {
    Path outside = temporary.resolve("precious.txt");
    Files.writeString(outside, "precious");
    write(Map.of("index.html", "one"));
    String line = Sha256.of("precious") + " ../precious.txt\n";
    Files.writeString(folder.resolve(SiteFolder.LIST), line);

    write(Map.of("index.html", "one"));

    assertThat(outside).hasContent("precious");
  }
}
