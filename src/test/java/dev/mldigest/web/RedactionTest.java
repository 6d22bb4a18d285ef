package dev.mldigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "https://a.example/f#token=1, https://a.example/f",
    "https://a.example/rss/Zk3-abcDEF_9xQ7-mmP2/feed, https://a.example/rss/***/feed",
    "https://a.example/f/0123456789abcdef, https://a.example/f/***",
    "https://a.example/f/0123456789abcdef-a.rss?page=1, https://a.example/f/***?page=1",
    "https://a.example/f/qwertyuiopasdfghjklzxcvbnmqwerty, https://a.example/f/***",
    "https://a.example/feed;token=x/b, https://a.example/feed;token=***/b",
    "https://a.example/?page=1;token=x, https://a.example/?page=1;token=***",
    "https://a.example/private-XXXX/f, https://a.example/***/f",
    "https://a.example/token=x1y2/f, https://a.example/***/f",
    "https://a.example/?t=x, https://a.example/?t=***",
    "webcal://u:p@a.example/f, webcal://***@a.example/f",
    "https://a.example/https://u:p@b.example/f, https://a.example/https://***/f",
  })
  void what_may_be_secret_is_not_shown(String address, String shown) {
    assertThat(Redaction.of(URI.create(address))).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/2026/03/a-long-title-of-a-post-about-transformers",
        "/abs/2603.01234v2",
        "/abs/cs.CL/0701234",
        "/pdf/2603.01234",
        "/blog/GPT-4o-vs-Claude-3-5-Sonnet-vs-Qwen2.5-A-Comparison",
        "/meta-llama/Llama-3.1-8B-Instruct-GGUF-Q4_K_M",
        "/p/private-equity-invests-in-models",
        "/key-findings-of-the-survey",
        "/articles/s41586-026-01234-x",
        "/2026/03/02/release_notes_of_version_2_3_1.html",
        "/%E4%BD%A0%E5%A5%BD%E4%B8%96%E7%95%8C%E4%BD%A0",
        "/commit/3f2a9c8b7d6e",
        "/@ann/why-attention-is-not-all-you-need-3f2a9c8b7d6e",
        ":8443/antidisestablishmentarianism/feed.xml?page=2"
      })
  void what_people_read_stays_readable(String path) {
    String address = "https://a.example" + path;
    assertThat(Redaction.of(URI.create(address))).isEqualTo(address);
    assertThat(Redaction.in("See (" + address + ").")).isEqualTo("See (" + address + ").");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://user:pa)ss@host/f | https://***@host/f",
        "https://user:pa/ss@host/f | https://***@host/f",
        "https://user:pa#ss@host/f | https://***@host/f",
        "(https://a.example/?key=a'SECRET) | (https://a.example/?key=***)",
        "https://a.example/?key=a]b`c}d | https://a.example/?key=***",
        "at https://a.example/f/0123456789abcdef0123. | at https://a.example/f/***.",
        "'webcal://u:p@a.example/f' | 'webcal://***@a.example/f'",
        "<feed:https://a.example/?key=x> | <feed:https://a.example/?key=***>",
        "file:///tmp/0123456789abcdef0123 | file:///tmp/0123456789abcdef0123"
      })
  void no_mark_within_an_address_ends_it(String sentence, String shown) {
    assertThat(Redaction.in(sentence)).isEqualTo(shown);
  }

  @Test
  void an_address_of_any_length_is_hidden_to_its_end() {
    assertThat(Redaction.in("https://a.example/?key=" + "x".repeat(9_000) + " said no"))
        .isEqualTo("https://a.example/?key=*** said no");
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
