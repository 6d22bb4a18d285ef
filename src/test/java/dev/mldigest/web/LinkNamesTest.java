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
        .isEqualTo("https://blog.example.org/posts/kernels");
    assertThat(names.of("https://arxiv.org/pdf/2503.01234v2"))
        .isEqualTo("https://arxiv.org/abs/2503.01234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://letter.example/unsubscribe?email=jo@persons.example",
        "https://letter.example/unsubscribe/jo@persons.example",
        "https://letter.example/unsubscribe/jo%40persons.example",
        "https://letter.example/unsubscribe;m=jo@persons.example/x",
        "https://jo:persons.example@letter.example/unsubscribe",
        "https://letter.example/unsubscribe#persons.example",
        "mailto:jo@persons.example?subject=unsubscribe",
        "jo@persons.example",
        "https://letter.example/a b/jo@persons.example",
        "https://letter.example/unsubscribe/0b9e6d62-44a3-4f31-9d2a-9f3f0c8d2a11",
        "tel:persons.example"
      })
  void of_other_links_nothing_is_left_that_says_who_followed_them(String reported) {
    assertThat(names.of(reported)).doesNotContain("persons.example", "0b9e6d62");
  }
}
