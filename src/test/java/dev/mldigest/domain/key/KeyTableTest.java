package dev.mldigest.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThat(KeyTable.clash(KeyTable.all())).isEmpty();
    assertThat(KeyTable.clash(KeyTable.with(Map.of("reject", "u"))).orElseThrow())
        .extracting(Key::act)
        .containsExactly("reject", "undo");
    assertThat(KeyTable.clash(KeyTable.with(Map.of("reject", "a", "accept", "x")))).isEmpty();
  }

  @Test
  void an_act_takes_its_own_key_to_every_place_and_help_speaks_of_it() {
    List<Key> table = KeyTable.with(Map.of("next", "n", "note", "t", "bench", "B"));
    assertThat(table)
        .filteredOn(key -> key.act().equals("next"))
        .extracting(Key::where, Key::key)
        .containsExactly(tuple("items", "n"), tuple("bench", "n"));
    assertThat(table)
        .filteredOn(key -> key.act().equals("bench"))
        .extracting(Key::help)
        .containsExactly("What the ranking left just outside; B again goes back");
    assertThat(KeyTable.all()).extracting(Key::help).noneMatch(help -> help.contains("{"));
  }
}
