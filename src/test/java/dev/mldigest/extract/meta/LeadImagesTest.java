package dev.mldigest.extract.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.extract.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadImagesTest {
  private static final String SITE = "https://news.example.org";

  private static @Nullable LeadImage of(String html) {
    return Pages.readHtml(html).article().about().image();
  }

  private static String jsonLd(String image) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"image\":"
        + image
        + "}</script>";
  }

  @Test
  void the_picture_a_page_names_goes_before_those_it_shows() {
    assertThat(
            of(
                """
                <meta property="og:image" content="https://cdn.example.org/a b.jpg">
                <meta property="og:image:alt" content=" A  chip ">
                <meta name="twitter:image" content="https://cdn.example.org/t.jpg">
                <body><img src="/body.jpg" width="800" height="600" alt="no">\
                """))
        .isEqualTo(new LeadImage("https://cdn.example.org/a%20b.jpg", "A chip"));
  }

  @Test
  void an_address_that_is_not_of_the_web_is_passed_over_for_the_next() {
    assertThat(
            of(
                """
                <meta property="og:image" content="javascript:alert(1)">
                <meta name="twitter:image" content="//cdn.example.org/t.jpg">
                <meta name="twitter:image:alt" content="A table">\
                """))
        .isEqualTo(new LeadImage("https://cdn.example.org/t.jpg", "A table"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"/p.jpg\"",
        "{\"@type\":\"ImageObject\",\"url\":\"/p.jpg\"}",
        "{\"@type\":\"ImageObject\",\"contentUrl\":\"/p.jpg\"}",
        "[{\"url\":\"data:image/png;base64,AAAA\"},{\"url\":\"/p.jpg\"},\"/q.jpg\"]"
      })
  void json_ld_names_a_picture_in_all_its_forms(String image) {
    assertThat(of(jsonLd(image))).isEqualTo(new LeadImage(SITE + "/p.jpg", ""));
  }

  @Test
  void json_ld_says_what_is_to_be_seen() {
    assertThat(of(jsonLd("{\"url\":\"/p.jpg\",\"caption\":\"A die\"}")))
        .isEqualTo(new LeadImage(SITE + "/p.jpg", "A die"));
  }

  @Test
  void the_first_large_picture_of_the_body_stands_in() {
    assertThat(
            of(
                """
                <header><img src="/banner.jpg" width="1200" height="300"></header>
                <img src="/pixel.gif" width="1" height="1"><img src="/logo.png" width="400" height="60">
                <img src="/avatar.jpg" width="96" height="96"><img src="/unknown.jpg">
                <div hidden><img src="/hidden.jpg" width="900" height="600"></div>
                <img src="data:image/png;base64,AAAA" width="900" height="600">
                <article><header><img src="/real.jpg" width="900" height="600" alt="A wafer"></header>
                <img src="/second.jpg" width="900" height="600"></article>\
                """))
        .isEqualTo(new LeadImage(SITE + "/real.jpg", "A wafer"));
  }

  @Test
  void a_picture_that_is_loaded_late_is_known_by_its_widest_form() {
    assertThat(
            of(
                """
                <body><img src="data:image/gif;base64,R0" srcset="/s.jpg 120w, /l.jpg 1200w, /m.jpg 600w">\
                """))
        .isEqualTo(new LeadImage(SITE + "/l.jpg", ""));
    assertThat(of("<body><img src=/s.jpg srcset='/s.jpg 100w, /m.jpg 200w'>")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta property=og:image content=/static/site-logo.png>",
        "<meta property=og:image content=/u/7/avatar.jpg?s=800>",
        "<meta property=og:image content=/t.gif><meta property=og:image:width content=1>",
        "<meta name=twitter:image content=/a.jpg><meta name=twitter:image:height content=96>",
        "<body><img src=/a.jpg width=800 height=600 class='author-avatar'>",
        "<body><img src=/a.jpg width=800 height=600 id=siteLogo>",
        "<body><aside><img src=/a.jpg width=800 height=600></aside>",
        "<body><header><div><img src=/a.jpg width=800 height=600></div></header>"
      })
  void logos_portraits_and_pixels_that_count_readers_are_no_picture_of_the_story(String html) {
    assertThat(of(html)).isNull();
  }

  @Test
  void a_picture_of_a_film_named_like_a_portrait_is_one() {
    assertThat(of("<meta property=og:image content=https://e.org/avatar/still.jpg>"))
        .isEqualTo(new LeadImage("https://e.org/avatar/still.jpg", ""));
  }

  @Test
  void a_page_without_pictures_has_none() {
    assertThat(of("<p>Text.")).isNull();
  }
}
