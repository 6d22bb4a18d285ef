package dev.mldigest.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  /** RFC 9110 section 5.6.7: IMF-fixdate, RFC 850's and asctime's, in its own examples. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "  Sun, 06 Nov 1994 08:49:37 GMT ",
        "sun, 06 nov 1994 08:49:37 gmt",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 +0000",
      })
  void every_form_of_an_http_date_is_read(String text) {
    assertThat(HttpDate.read(text)).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @Test
  void a_year_of_two_digits_is_one_near_us() {
    assertThat(HttpDate.read("Friday, 20-Nov-26 08:49:37 GMT"))
        .isEqualTo(Instant.parse("2026-11-20T08:49:37Z"));
  }

  @Test
  void the_language_of_the_machine_does_not_matter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(HttpDate.read("Tuesday, 06-Dec-94 08:49:37 GMT"))
          .isEqualTo(Instant.parse("1994-12-06T08:49:37Z"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "tomorrow", "1994-11-06", "Sonntag, 6. Feb\u00e9 \u0001"})
  void what_is_no_http_date_is_none(String text) {
    assertThat(HttpDate.read(text)).isNull();
  }

  @Test
  void no_date_is_none() {
    assertThat(HttpDate.read(null)).isNull();
  }
}
