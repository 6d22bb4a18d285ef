package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void signs_of_east_asia_take_two_columns_and_marks_none() {
    assertThat(Columns.of("model")).isEqualTo(5);
    assertThat(Columns.of("模型")).isEqualTo(4);
    assertThat(Columns.of("ﾓﾃﾞﾙ")).as("half-width").isEqualTo(4);
    assertThat(Columns.of("ｍｌ")).as("full-width").isEqualTo(4);
    assertThat(Columns.of("모델")).isEqualTo(4);
    assertThat(Columns.of("e\u0301\u0300")).isEqualTo(1);
    assertThat(Columns.of("\u2068שלום\u2069")).as("isolates show nothing").isEqualTo(4);
    assertThat(Columns.of("🚀")).isEqualTo(2);
  }

  @Test
  void lines_are_wrapped_by_columns_and_addresses_stay_whole() {
    assertThat(Columns.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(Columns.wrapped("大規模言語モデルの学習を安定させる方法。", 12))
        .allMatch(line -> Columns.of(line) <= 12)
        .noneMatch(line -> line.startsWith("。"))
        .satisfies(lines -> assertThat(String.join("", lines)).isEqualTo("大規模言語モデルの学習を安定させる方法。"));
    String address = "https://example.org/" + "a-b/".repeat(20);
    assertThat(Columns.wrapped("see " + address + " now", 20))
        .containsExactly("see", address, "now");
  }
}
