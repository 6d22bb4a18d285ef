package dev.mldigest.extract.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-09-04|2025-09-04T00:00:00Z",
        "2025/09/04|2025-09-04T00:00:00Z",
        "2025-09-04T10:30|2025-09-04T10:30:00Z",
        "2025-09-04T10:30:05.123Z|2025-09-04T10:30:05.123Z",
        "2025-09-04T10:30:05+0200|2025-09-04T08:30:05Z",
        "2025-09-04T10:30:05+02:00|2025-09-04T08:30:05Z",
        "2025-09-04T10:30:05-07|2025-09-04T17:30:05Z",
        "2025-09-04 10:30:05 +0200|2025-09-04T08:30:05Z",
        "2025-09-04 10:30:05 UTC|2025-09-04T10:30:05Z",
        "2025-09-04t10:30:05z|2025-09-04T10:30:05Z",
        "Thu, 4 Sep 2025 10:30:05 GMT|2025-09-04T10:30:05Z",
        "September 4, 2025|2025-09-04T00:00:00Z",
        "Sep 4, 2025|2025-09-04T00:00:00Z",
        "4 September 2025|2025-09-04T00:00:00Z"
      })
  void dates_are_read_as_pages_write_them(String written, String meant) {
    assertThat(Dates.parse(written, null)).hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2025", "2025-13-04", "2025-09-04T25:00", "yesterday", "4.9.", "T"})
  void what_is_no_date_is_none(String written) {
    assertThat(Dates.parse(written, null)).isNull();
  }
}
