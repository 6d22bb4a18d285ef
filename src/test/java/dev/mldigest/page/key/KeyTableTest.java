package dev.mldigest.page.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  @Test
  void the_documentation_shows_the_table_as_it_is() throws IOException {
    assertThat(Files.readString(Path.of("docs/keys.md"))).endsWith(KeyTable.markdown());
  }

  @Test
  void backspace_and_delete_are_never_bound() {
    assertThat(KeyTable.all()).extracting(Key::key).doesNotContain("Backspace", "Delete");
  }

  @Test
  void no_key_means_two_things_in_one_place() {
    for (String where : List.of("items", "reason", "bench", "rewrite")) {
      assertThat(KeyTable.all())
          .filteredOn(key -> key.where().equals(where) || key.where().equals("any"))
          .extracting(Key::key)
          .doesNotHaveDuplicates();
    }
  }
}
