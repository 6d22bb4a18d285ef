package dev.mldigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.paper.example/1, paper.example",
    "https://tech.paper.example/2, paper.example",
    "https://news.bbc.co.uk/3, bbc.co.uk",
    "https://health.gov.au/a, health.gov.au",
    "https://www.cyber.gov.au/a, cyber.gov.au",
    "https://ann.hf.space/, ann.hf.space",
    "https://ann.ghost.io/p, ann.ghost.io",
    "https://www.ann.substack.com/p/1, ann.substack.com",
    "https://www.substack.com/browse, substack.com",
    "https://en.ann.wordpress.com/p, ann.wordpress.com",
    "https://medium.com/@ann/a-post-1234, medium.com/@ann",
    "https://ann.medium.com/a-post-1234, ann.medium.com",
    "https://github.com/kestrix/router, github.com/kestrix",
    "https://github.com/pricing, github.com",
    "https://huggingface.co/papers/2401.12345, arxiv.org",
  })
  void a_page_tells_who_published_it(String page, String publisher) {
    assertThat(Publisher.of(page)).isEqualTo(publisher);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:8080/a", "http://[::1]/a", "mailto:ann@example.org", "''"})
  void a_number_publishes_nothing(String page) {
    assertThat(Publisher.of(page)).isEmpty();
  }
}
