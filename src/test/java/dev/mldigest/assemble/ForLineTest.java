package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**For:** teams that serve models. | teams that serve models.",
        "**Highlight:** A must-read for teams that serve models. | teams that serve models.",
        "**Highlight**: My own words. | My own words.",
        "**For** years we waited for it. | ''",
        "**Note:** teams. | ''",
      })
  void for_whom_an_item_is_is_read_from_digests_of_now_and_of_before(String line, String reader) {
    String item = "### [T](https://t.example)\n\n*S · date*\n\nText.\n\n" + line + "\n";
    assertThat(Prose.highlight(item)).isEqualTo(reader);
    assertThat(Prose.paragraphs(item)).hasSize(reader.isEmpty() ? 2 : 1);
  }
}
