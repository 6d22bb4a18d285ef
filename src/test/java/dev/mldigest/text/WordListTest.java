package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.io.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {
  @Test
  void an_entry_is_a_line_without_the_blanks_around_it() {
    assertThat(WordList.of("# About\n\n  one word \r\nother\n\t# indented\nc#\n").lines())
        .containsExactly("one word", "other", "c#");
  }

  @Test
  void a_set_keeps_the_order_of_the_file_and_each_entry_once() {
    assertThat(WordList.of("b\na\nb").set()).containsExactly("b", "a");
  }

  @Test
  void words_are_what_blanks_part() {
    assertThat(WordList.of("more  less\nmost more").words())
        .containsExactly("more", "less", "most");
  }

  @Test
  void lines_of_one_name_go_together() {
    assertThat(WordList.of("lead: in: short, tl;dr\ntitle: ad\nlead: paid post").named())
        .containsExactly(
            entry("lead", List.of("in: short", "tl;dr", "paid post")),
            entry("title", List.of("ad")));
  }

  @Test
  void a_line_without_its_name_is_said_to_be_wrong() {
    WordList list = WordList.of("lead: a\nno name here");

    assertThatThrownBy(list::named).hasMessageContaining("no name here");
  }

  @Test
  void sections_hold_the_lines_below_their_heads() {
    assertThat(WordList.of("[b]\nx: 1, 2\n[a]\ny\n[b]\n[ad\n").sections())
        .containsExactly(
            entry("b", new WordList(List.of("x: 1, 2", "[ad"))),
            entry("a", new WordList(List.of("y"))));
  }

  @Test
  void a_list_that_the_program_was_built_without_is_named() {
    assertThatThrownBy(() -> Resource.text("/text/none.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/text/none.txt");
  }

  private static <V> java.util.Map.Entry<String, V> entry(String name, V value) {
    return java.util.Map.entry(name, value);
  }
}
