package dev.mldigest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the name of a time zone means that several places use. */
class StatedZonesTest {
  private static Feed feed(String head, String date, String home) {
    String xml =
        "<rss version='2.0'><channel><title>T</title><link>"
            + home
            + "</link>"
            + head
            + "<item><title>One</title><pubDate>"
            + date
            + "</pubDate></item></channel></rss>";
    FeedReading read =
        new FeedParser()
            .parse(
                xml.getBytes(StandardCharsets.UTF_8),
                "application/rss+xml",
                URI.create("https://feeds.example.com/x.xml"));
    return ((FeedReading.Read) read).feed();
  }

  private static String hour(Feed feed) {
    return String.valueOf(feed.entries().getFirst().published()).substring(11, 16);
  }

  @ParameterizedTest
  @CsvSource({
    "IST, en-IN, https://a.example.com, 06:30",
    "IST, he, https://a.example.com, 10:00",
    "IST, en-IE, https://a.example.com, 11:00",
    "IST, en, https://news.co.il, 10:00",
    "IST, en, https://news.in, 06:30",
    "CST, zh-CN, https://a.example.com, 04:00",
    "CST, zh, https://a.example.com, 04:00",
    "CST, en-us, https://a.example.com, 18:00",
    "BST, en-gb, https://a.example.com, 11:00",
    "BST, bn, https://a.example.com, 06:00",
    "EST, en-AU, https://a.example.com, 02:00",
    "EST, en, https://a.com.au, 02:00"
  })
  void the_country_or_language_of_a_feed_tells_which_zone_is_meant(
      String zone, String language, String home, String hour) {
    Feed feed =
        feed("<language>" + language + "</language>", "Fri, 05 Dec 2025 12:00:00 " + zone, home);
    assertThat(hour(feed)).isEqualTo(hour);
    assertThat(feed.warnings()).isEmpty();
  }

  @Test
  void other_dates_of_the_feed_tell_it_before_its_language() {
    Feed feed =
        feed(
            "<language>en-us</language><lastBuildDate>Fri, 05 Dec 2025 21:00:00"
                + " +0800</lastBuildDate>",
            "Fri, 05 Dec 2025 12:00:00 CST",
            "https://a.example.com");
    assertThat(hour(feed)).isEqualTo("04:00");
    assertThat(feed.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"IST, 06:30, 1", "CST, 18:00, 1", "BST, 11:00, 1", "EST, 17:00, 0", "PST, 20:00, 0"})
  void where_nothing_tells_it_the_commonest_is_taken_and_said_if_another_is_usual(
      String zone, String hour, int warnings) {
    Feed feed = feed("", "Fri, 05 Dec 2025 12:00:00 " + zone, "https://a.example.com");
    assertThat(hour(feed)).isEqualTo(hour);
    assertThat(feed.warnings())
        .hasSize(warnings)
        .allMatch(said -> said.contains("'" + zone + "', which several places use"));
  }
}
