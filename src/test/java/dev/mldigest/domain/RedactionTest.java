package dev.mldigest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/feed.xml, https://a.example/feed.xml",
    "https://a.example/r/x/.rss?feed=abc&user=ann, https://a.example/r/x/.rss?feed=***&user=***",
    "https://a.example/?page=2&api_key=k&sig=s, https://a.example/?page=2&api_key=***&sig=***",
    "https://a.example/f?abcdef, https://a.example/f?***",
    "https://ann:pw@a.example/f, https://***@a.example/f",
    "https://a.example/private/x/feed.rss, https://a.example/private/***/feed.rss",
    "https://a.example/f/123e4567-e89b-12d3-a456-426614174000, https://a.example/f/***",
    "https://a.example/f/0123456789abcdef0123.xml, https://a.example/f/***",
    "https://a.example/2026/11/a-long-title-of-a-post-2,"
        + " https://a.example/2026/11/a-long-title-of-a-post-2",
    "https://a.example/f#token=1, https://a.example/f"
  })
  void what_may_be_secret_is_not_shown(String address, String shown) {
    assertThat(Redaction.of(URI.create(address))).isEqualTo(shown);
  }

  @Test
  void addresses_within_a_sentence_are_found() {
    assertThat(Redaction.in("Illegal character in query at index 3: 'HTTPS://a.example/?key=a^b'!"))
        .isEqualTo("Illegal character in query at index 3: 'HTTPS://a.example/?key=***'!");
    assertThat(Redaction.in("Nothing to hide.")).isEqualTo("Nothing to hide.");
  }

  @Test
  @Timeout(5)
  void long_texts_take_linear_time() {
    assertThat(Redaction.in("http://".repeat(200_000))).isNotEmpty();
    assertThat(Redaction.in("http://a/" + "a1_".repeat(300_000))).isNotEmpty();
  }
}
