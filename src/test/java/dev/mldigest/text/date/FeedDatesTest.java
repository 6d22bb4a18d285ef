package dev.mldigest.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 02 Mar 2026 06:00:00 GMT     | 2026-03-02T06:00:00Z",
        "2 Mar 26 06:00 EST                | 2026-03-02T11:00:00Z",
        "Sat, Dec 16 2023 10:11:12         | 2023-12-16T10:11:12Z",
        "Mon, 02 March 2026 06:00:00 BST   | 2026-03-02T05:00:00Z",
        "2020/1/10 14:33                   | 2020-01-10T14:33:00Z",
        "2026-03-02T06:00+01:00            | 2026-03-02T05:00:00Z",
        "2026-03-02                        | 2026-03-02T00:00:00Z",
        "2026-03                           | 2026-03-01T00:00:00Z",
        "20260302T060000Z                  | 2026-03-02T06:00:00Z",
        "2026-061                          | 2026-03-02T00:00:00Z",
        "Mon Mar  2 06:00:00 2026          | 2026-03-02T06:00:00Z",
        "Mon Mar 2 06:00:00 CET 2026       | 2026-03-02T05:00:00Z",
        "02-Mar-2026 06:00:00              | 2026-03-02T06:00:00Z",
        "3/2/2026 6:05 PM                  | 2026-03-02T18:05:00Z",
        "02.03.2026 06:00                  | 2026-03-02T06:00:00Z",
        "March 2, 2026                     | 2026-03-02T00:00:00Z",
        "Mon, 02 Mar 2026 24:00:00 GMT     | 2026-03-03T00:00:00Z",
        "2026-03-02 06:00:00 PST           | 2026-03-02T14:00:00Z",
        "mar., 17 nov. 2026 09:00:00 +0100 | 2026-11-17T08:00:00Z",
        "mar 10 mar 2026 09:00:00 +0100    | 2026-03-10T08:00:00Z",
        "mar. 10 mar. 2026                 | 2026-03-10T00:00:00Z",
        "mar mar 10 09:00:00 2026          | 2026-03-10T09:00:00Z",
        "martes, 10 de marzo de 2026       | 2026-03-10T00:00:00Z",
        "martedì 10 marzo 2026 08:00       | 2026-03-10T08:00:00Z",
        "mar., 10/11/2026                  | 2026-11-10T00:00:00Z",
        "Tue, 11/10/2026                   | 2026-11-10T00:00:00Z",
        "Tue, 10-11-2026                   | 2026-11-10T00:00:00Z",
        "Sun, 10-11-2026                   | 2026-10-11T00:00:00Z",
        "Fri, 10/11/2026                   | 2026-10-11T00:00:00Z",
        "2026-11-03T10:00:00−05:00    | 2026-11-03T15:00:00Z",
        "Tue, 3 Nov 2026 10:00 –0500  | 2026-11-03T15:00:00Z",
        "2026‑11‑03              | 2026-11-03T00:00:00Z",
        "Tue, 3 Nov 2026 10:00 America/New_York | 2026-11-03T15:00:00Z",
        "2026-07-03 10:00 america/new_york | 2026-07-03T14:00:00Z",
        "2026-11-03T10:00:00[Asia/Kolkata] | 2026-11-03T04:30:00Z",
        "2026-11-03T10:00-05:00[America/New_York] | 2026-11-03T15:00:00Z",
        "Nov 3, 2026 10:00 (Etc/GMT+5)     | 2026-11-03T15:00:00Z",
        "2026-11-03T10:00:00+14:00         | 2026-11-02T20:00:00Z",
        "mar. 10.11.2026 08:00             | 2026-11-10T08:00:00Z",
        "Mar 10, 2026                      | 2026-03-10T00:00:00Z",
        "Di, 10. März 2026 08:00           | 2026-03-10T08:00:00Z",
        "tiistai 10. marraskuuta 2026      | 2026-11-10T00:00:00Z",
        "wt., 10 lut 2026 08:00:00 +0100   | 2026-02-10T07:00:00Z",
        "Вт, 10 фев 2026 08:00:00 +0300    | 2026-02-10T05:00:00Z",
        "2026. február 10., kedd           | 2026-02-10T00:00:00Z",
        "10 août 2026                      | 2026-08-10T00:00:00Z",
        "terça-feira, 10 fevereiro 2026    | 2026-02-10T00:00:00Z",
        "March 3rd, 2026                   | 2026-03-03T00:00:00Z",
        "2026 March 3                      | 2026-03-03T00:00:00Z",
        "2026 m. kovo 3 d., antradienis    | 2026-03-03T00:00:00Z",
        "pt., 13 lis 2026 08:00            | 2026-11-13T08:00:00Z",
        "uto, 13 lis 2026 08:00            | 2026-10-13T08:00:00Z",
        "sub lis 03 09:00:00 2026          | 2026-10-03T09:00:00Z",
        "Sa., 03-Okt.-26 09:00             | 2026-10-03T09:00:00Z",
        "03/oct./2026                      | 2026-10-03T00:00:00Z",
        "3. 10. 2026                       | 2026-10-03T00:00:00Z",
        "2026年2月10日 08:00                | 2026-02-10T08:00:00Z",
        "1772431200                        | 2026-03-02T06:00:00Z",
        "1772431200.25                     | 2026-03-02T06:00:00Z",
        "1772431200123                     | 2026-03-02T06:00:00Z"
      })
  void dates_are_read_as_they_are_written(String written, String meant) {
    assertThat(FeedDates.read(written)).isEqualTo(Instant.parse(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "Mon, 32 Mar 2026",
        "2026-13-01",
        "99999999999999999999",
        "2026-11-03T10:00:00+24:00",
        "2026-11-03T10:00:00-18:01",
        "3 Nov 12026",
        "Tue, 3 Nov 12026 10:00:00 GMT",
        "12026-11-03",
        "yesterday",
        "mar., 13 foo. 2026 09:00:00 +0200",
        "13 lis 2026", // November in Polish, October in Croatian
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "0001-01-01T00:00:00Z",
        "Monday, January 1, 0001",
        "0000-00-00 00:00:00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "1970-01-01T01:00:00+01:00",
        "0"
      })
  void what_is_no_date_is_null_and_never_now(String written) {
    assertThat(FeedDates.read(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-31T15:51:30-0500, 2026-07-01T20:51:30Z",
    "'Sun, 30 Feb 2025 06:00:00 GMT', 2025-03-02T06:00:00Z",
    "31.04.2026, 2026-05-01T00:00:00Z"
  })
  void a_day_past_the_end_of_its_month_is_in_the_next(String written, String meant) {
    assertThat(FeedDates.read(written)).isEqualTo(Instant.parse(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "'Tue, 10 Feb 2026 10:00:00 WIB', 2026-02-10T03:00:00Z",
    "'Tue, 10 Feb 2026 10:00:00 BRT', 2026-02-10T13:00:00Z",
    "'Tue, 10 Feb 2026 10:00:00 SAST', 2026-02-10T08:00:00Z",
    "'Tue, 10 Feb 2026 10:00:00 ACDT', 2026-02-09T23:30:00Z",
    "'Tue, 10 Feb 2026 10:00:00 WET', 2026-02-10T10:00:00Z",
  })
  void names_of_zones_all_over_the_world_are_read(String written, Instant instant) {
    assertThat(FeedDates.read(written)).isEqualTo(instant);
  }
}
