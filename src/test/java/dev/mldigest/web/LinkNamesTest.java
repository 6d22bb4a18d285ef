package dev.mldigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNamesTest {
  private static final String LINK = "https://blog.example.org/posts/kernels?page=2";

  private final LinkNames names =
      new LinkNames(
          List.of(LINK, "https://arxiv.org/abs/2503.01234"),
          Map.of("https://www.example.org/kernels/", LINK));

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINK,
        "http://www.blog.example.org/posts/kernels/?page=2",
        LINK + "&utm_source=letter&utm_medium=email",
        LINK + "&ref=the-weekly",
        LINK + "&mc_cid=0a1b2c&mc_eid=ffee00112233",
        LINK + "#part-2",
        "https://example.org/kernels",
        "https://out.example.net/c?u=abc&url=https%3A%2F%2Fblog.example.org%2Fposts%2Fkernels%3Fpage%3D2",
      })
  void what_services_add_to_a_link_is_taken_off(String reported) {
    assertThat(names.of(reported)).isEqualTo(LINK);
  }

  @Test
  void a_counter_that_holds_the_link_in_base64_leads_to_it() {
    String held =
        Base64.getUrlEncoder()
            .encodeToString((LINK + "&utm_source=x").getBytes(StandardCharsets.UTF_8));
    assertThat(names.of("https://click.example.net/abc123/" + held)).isEqualTo(LINK);
    assertThat(names.of("https://click.example.net/abc123/aHR0c-not-base64"))
        .startsWith("https://click.example.net/");
  }

  @Test
  void another_page_of_the_same_site_is_another_link() {
    assertThat(names.of("https://blog.example.org/posts/kernels?page=3"))
        .isEqualTo("https://blog.example.org/***");
    assertThat(names.of("https://arxiv.org/pdf/2503.01234v2"))
        .isEqualTo("https://arxiv.org/abs/2503.01234");
  }

  @Test
  void places_of_one_page_are_told_apart_where_the_service_tells_them() {
    String page = "https://docs.example.org/changelog";
    LinkNames places = new LinkNames(List.of(page + "#v1", page + "#v2"), Map.of());

    assertThat(places.of(page + "#v2")).isEqualTo(page + "#v2");
    assertThat(places.of(page + "?utm_source=x#v2")).isEqualTo(page + "#v2");
    assertThat(places.of(page + "?utm_source=x")).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://letter.example/unsubscribe?email=anna@persons.example",
        "https://letter.example/unsubscribe/anna@persons.example",
        "https://letter.example/unsubscribe/anna%40persons.example",
        "https://letter.example/unsubscribe;m=anna@persons.example/x",
        "https://anna:persons.example@letter.example/unsubscribe",
        "https://letter.example/unsubscribe#persons.example",
        "mailto:anna@persons.example?subject=unsubscribe",
        "anna@persons.example",
        "https://letter.example/a b/anna@persons.example",
        "https://letter.example/unsubscribe/0b9e6d62-44a3-4f31-9d2a-9f3f0c8d2a11",
        "https://letter.example/unsubscribe/48213/anna-smith",
        "https://preferences.letter.example/38un7v4d3xh5",
        "https://letter.example/unsub/YUBiLmRl",
        "https://t.letter.example/L0/https:%2F%2Felsewhere.example%2F%3Femail=anna%2540persons.example/1/x",
        "tel:persons.example"
      })
  void of_other_links_nothing_is_left_that_says_who_followed_them(String reported) {
    assertThat(names.of(reported))
        .doesNotContain("persons.example", "anna", "0b9e6d62", "48213", "38un7v", "YUBi")
        .matches(
            "https://[a-z.]+letter\\.example/(unsub(scribe)?)?/?(\\*\\*\\*)?|https://letter\\.example/.*|mailto:|\\(no"
                + " address\\)");
  }
}
