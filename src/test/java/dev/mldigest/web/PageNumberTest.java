package dev.mldigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNumberTest {
  private static boolean precedes(String one, String other) {
    return Objects.requireNonNull(PageNumber.of(one)).precedes(PageNumber.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/slug, https://a.example/slug?page=2",
    "https://a.example/slug?utm_source=x&id=5, https://www.a.example/slug/?id=5&page=2",
    "https://a.example/slug?seite=9, https://a.example/slug?seite=10",
    "https://a.example/2026/02/slug/, https://a.example/2026/02/slug/2/",
    "https://a.example/slug/2, http://a.example/slug/3",
    "https://a.example/slug, https://a.example/slug/page/2",
    "https://a.example/slug.html, https://a.example/slug-page-2.html",
    "https://a.example/slug, https://a.example/slug_page2"
  })
  void the_next_page_is_the_same_address_with_the_next_number(String one, String next) {
    assertThat(precedes(one, next)).isTrue();
    assertThat(precedes(next, one)).as("and never back").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/slug, https://a.example/another",
    "https://a.example/slug, https://a.example/another?page=2",
    "https://a.example/slug, https://b.example/slug?page=2",
    "https://a.example/slug, https://a.example/slug-2",
    "https://a.example/?p=1, https://a.example/?p=2",
    "https://a.example/posts/1, https://a.example/posts/2",
    "https://a.example/slug, https://a.example/slug?page=3",
    "https://a.example/slug?id=5, https://a.example/slug?id=6&page=2",
    "https://a.example/slug, https://a.example/slug/comment-page-2",
    "https://a.example/, https://a.example/page/2",
    "https://a.example/, https://a.example/?page=2",
    "https://a.example/slug?page=10, https://a.example/slug?page=11"
  })
  void what_may_be_another_story_is_no_next_page(String one, String other) {
    assertThat(precedes(one, other)).isFalse();
  }

  @Test
  void an_address_that_is_none_has_no_number() {
    assertThat(PageNumber.of("http://[")).isNull();
    assertThat(PageNumber.of("mailto:a@b.example")).isNull();
    assertThat(PageNumber.of("")).isNull();
  }
}
