package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.testkit.FaultTable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fault cases 33 to 37: validators and freshness as servers write them. */
@Timeout(60)
class CachingFaultsTest {
  @RegisterExtension final FaultTable table = new FaultTable();
  private final Lab lab = new Lab();

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private FetchOutcome.Fetched fetched(String... headers) throws Exception {
    FetchOutcome outcome = lab.fetch(lab.answering("200 OK", Lab.FEED, headers).at("/"));
    table.outcome(outcome.word());
    return (FetchOutcome.Fetched) outcome;
  }

  private void echoed(String header, String value, String condition) throws Exception {
    LoopbackSite site = lab.answering("200 OK", Lab.FEED, header + ": " + value);
    FetchOutcome.Fetched first = (FetchOutcome.Fetched) lab.fetch(site.at("/"));
    lab.fetch(site.at("/"), SourceState.holding(first.validators(), first.bodyHash()));
    assertThat(site.requests.get(1).header(condition)).isEqualTo(value);
  }

  @Test
  void case_33_odd_entity_tags_are_echoed_byte_for_byte() throws Exception {
    for (String tag : List.of("W/\"x\"", "unquoted", "\"a\"b\"", "W/unquoted", "\"\"", "\"é\"")) {
      echoed("ETag", tag, "If-None-Match");
    }
    table.outcome("echoed");
  }

  @Test
  void case_34_odd_dates_are_echoed_verbatim() throws Exception {
    for (String date :
        List.of("2026-03-02 06:00", "yesterday, about noon", "0", "Mon, 02-Mar-26 06:00:00 CET")) {
      echoed("Last-Modified", date, "If-Modified-Since");
    }
    table.outcome("echoed");
  }

  @Test
  void case_35_a_max_age_of_a_year_is_capped() throws Exception {
    for (String age : List.of("31536000", "999999999999", "99999999999999999999")) {
      assertThat(fetched("Cache-Control: public, max-age=" + age).freshFor())
          .isBetween(Duration.ZERO, Duration.ofDays(7));
    }
  }

  @Test
  void case_36_an_expires_of_zero_asks_for_no_patience() throws Exception {
    assertThat(fetched("Expires: 0").freshFor()).isZero();
    assertThat(fetched("Expires: -1", "Date: Mon, 02 Mar 2026 06:00:00 GMT").freshFor()).isZero();
  }

  @Test
  void case_37_the_same_body_from_a_server_without_conditions_is_not_modified() throws Exception {
    LoopbackSite site = lab.answering("200 OK", Lab.FEED, "ETag: \"changes-always\"");
    FetchOutcome.Fetched first = (FetchOutcome.Fetched) lab.fetch(site.at("/"));
    SourceState state = SourceState.holding(Validators.NONE, first.bodyHash());
    FetchOutcome again = lab.fetch(site.at("/"), state);
    table.outcome(again.word());
    assertThat(again).isInstanceOf(FetchOutcome.NotModified.class);
  }
}
