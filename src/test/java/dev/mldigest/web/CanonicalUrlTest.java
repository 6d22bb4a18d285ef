package dev.mldigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.1.0.1:8480/a/1-2.html?utm_source=x, http://127.1.0.1:8480/a/1-2.html",
    "HTTPS://Example.ORG:443/A?b=2&a=1#top, https://example.org/A?b=2&a=1",
    "http://example.org, http://example.org/",
    "http://example.org:80/x?fbclid=1&id=7&gclid=2, http://example.org/x?id=7",
    "https://example.org/app#!/story/1, https://example.org/app#!/story/1",
    "https://example.org/story/amp/, https://example.org/story/",
    "https://example.org/story/amp, https://example.org/story",
    "https://example.org/story?amp=1, https://example.org/story",
    "https://www.google.com/amp/s/example.org/story, https://example.org/story",
    "https://example-org.cdn.ampproject.org/c/s/example.org/story, https://example.org/story",
    "https://user:secret@example.org/x, https://example.org/x",
    "https://example.org/a b\"c, https://example.org/a%20b%22c",
  })
  void a_canonical_url_is_without_what_no_server_needs(String link, String canonical) {
    assertThat(CanonicalUrl.of(link)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://arxiv.org/abs/2401.12345v3",
        "https://www.arxiv.org/pdf/2401.12345.pdf",
        "https://arxiv.org/pdf/2401.12345v2?download=1",
        "https://arxiv.org/html/2401.12345v1",
        "https://export.arxiv.org/abs/2401.12345",
        "https://ar5iv.org/abs/2401.12345",
        "https://www.alphaxiv.org/abs/2401.12345",
        "https://alphaxiv.org/overview/2401.12345v2",
        "https://huggingface.co/papers/2401.12345",
        "https://doi.org/10.48550/arXiv.2401.12345",
      })
  void every_page_of_an_arxiv_paper_is_its_abstract(String link) {
    assertThat(CanonicalUrl.of(link)).contains("https://arxiv.org/abs/2401.12345");
    assertThat(CanonicalUrl.arxivId(link)).isEqualTo("2401.12345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com/watch?v=a1B2c3-_d4E",
        "http://youtube.com/watch?app=desktop&v=a1B2c3-_d4E&t=42s",
        "https://m.youtube.com/watch?v=a1B2c3-_d4E&feature=youtu.be",
        "https://music.youtube.com/watch?v=a1B2c3-_d4E&list=PL1",
        "https://youtu.be/a1B2c3-_d4E?si=Xy_z",
        "https://youtu.be/a1B2c3-_d4E#t=3",
        "https://www.youtube.com/shorts/a1B2c3-_d4E?feature=share",
        "https://www.youtube.com/live/a1B2c3-_d4E",
        "https://www.youtube-nocookie.com/embed/a1B2c3-_d4E?rel=0",
        "https://www.youtube.com/v/a1B2c3-_d4E",
      })
  void every_address_of_a_video_is_where_it_is_watched(String link) {
    assertThat(CanonicalUrl.of(link)).contains("https://www.youtube.com/watch?v=a1B2c3-_d4E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/@channel/videos",
        "https://notyoutube.com/watch?v=a1B2c3-_d4E"
      })
  void what_is_no_video_stays_as_it_is(String link) {
    assertThat(CanonicalUrl.of(link)).contains(link);
  }

  @ParameterizedTest
  @CsvSource({
    "https://s.example/a?ref=newsletter, https://s.example/a",
    "https://s.example/a?x=1&ref=other.example&y=2, https://s.example/a?x=1&y=2",
    "https://s.example/report?ref=48213, https://s.example/report?ref=48213",
    "https://s.example/docs?ref=v2.1, https://s.example/docs?ref=v2.1",
    "https://github.com/o/r/contents/x?ref=topic, https://github.com/o/r/contents/x?ref=topic",
    "https://gitlab.example/o/r/-/raw/x?ref=topic, https://gitlab.example/o/r/-/raw/x?ref=topic",
    "https://open.spotify.com/episode/1?si=abc, https://open.spotify.com/episode/1",
    "https://s.example/units?si=metre, https://s.example/units?si=metre",
    "https://s.example/list?feature=search, https://s.example/list?feature=search"
  })
  void a_parameter_goes_where_it_only_says_who_shared_the_link(String link, String canonical) {
    assertThat(CanonicalUrl.of(link)).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "https://s.example/notes#v2, #v2",
    "https://s.example/notes#:~:text=words, ''",
    "https://s.example/notes#utm_source=x, ''",
    "https://s.example/app#/notes/2, ''",
    "https://s.example/notes#, ''",
    "https://s.example/notes, ''"
  })
  void a_fragment_is_a_place_unless_it_tracks_or_routes(String link, String place) {
    assertThat(CanonicalUrl.place(link)).isEqualTo(place);
  }

  @Test
  void old_arxiv_identifiers_keep_their_archive() {
    assertThat(CanonicalUrl.of("https://arxiv.org/pdf/quant-ph/0201082v2"))
        .contains("https://arxiv.org/abs/quant-ph/0201082");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://huggingface.co/some/model",
        "https://arxiv.org/list/cs.LG/new",
        "http://127.9.0.1:8480/arxiv/abs/2401.12345v1"
      })
  void other_pages_are_no_papers(String link) {
    assertThat(CanonicalUrl.arxivId(link)).isNull();
    assertThat(CanonicalUrl.of(link)).contains(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "http://",
        "http://a b/",
        "ftp://example.org/x",
        "http://example.org:port/",
        "http://%zz/"
      })
  void what_is_no_web_address_has_no_canonical_url(String link) {
    assertThat(CanonicalUrl.of(link)).isEmpty();
  }

  @Test
  void a_canonical_url_is_its_own_canonical_url() {
    String once = CanonicalUrl.of("HTTP://WWW.Example.org/ä?x=%7e&utm_id=1&y").orElseThrow();
    assertThat(CanonicalUrl.of(once)).contains(once);
  }

  @Test
  void the_key_ignores_scheme_www_mobile_and_trailing_slash_and_keeps_the_rest() {
    String key = CanonicalUrl.key("https://www.example.org/story/");
    assertThat(CanonicalUrl.key("http://m.example.org/story")).isEqualTo(key);
    assertThat(CanonicalUrl.key("http://example.org/story?id=2")).isNotEqualTo(key);
    assertThat(CanonicalUrl.key("http://example.org:8080/story")).isNotEqualTo(key);
    assertThat(CanonicalUrl.key("http://other.org/story")).isNotEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a/index.html, http://www.example.org/a",
    "https://en.m.example.org/wiki/A, https://en.example.org/wiki/A",
    "https://amp.example.org/story.amp.html, https://example.org/story.html",
    "https://dx.doi.org/10.1145/3580305.3599790, https://dl.acm.org/doi/10.1145/3580305.3599790",
    "https://doi.org/10.1145/3580305.3599790, https://dl.acm.org/doi/pdf/10.1145/3580305.3599790",
    "https://doi.org/10.1007/S00521-1, https://link.springer.com/article/10.1007/s00521-1",
    "https://openreview.net/forum?id=aB1&noteId=x, https://openreview.net/pdf?id=aB1",
    "https://aclanthology.org/2024.acl-long.1/, https://aclanthology.org/2024.acl-long.1.pdf",
    "https://github.com/Arden/Plum, https://github.com/arden/plum/blob/main/README.md",
    "https://github.com/arden/plum.git, https://github.com/arden/plum/tree/main",
  })
  void two_addresses_of_one_work_have_one_key(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a/index.html?id=1, https://example.org/a/index.html?id=2",
    "https://example.org/story?page=2, https://example.org/story",
    "https://doi.org/10.1145/3580305, https://doi.org/10.1145/3580306",
    "https://x.example/doi/suppl/10.1145/3580305, https://x.example/doi/10.1145/3580305",
    "https://openreview.net/forum?id=aB1, https://openreview.net/forum?id=ab1",
    "https://github.com/arden/plum, https://github.com/arden/plum/releases/tag/v2",
    "https://github.com/arden/plum/issues/1, https://github.com/arden/plum/issues/2",
    "https://github.com/topics/plum, https://github.com/arden/plum",
    "https://aclanthology.org/2024.acl-long.1, https://aclanthology.org/2024.acl-long.11",
  })
  void two_works_have_two_keys(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  private static String key(String link) {
    return CanonicalUrl.key(CanonicalUrl.of(link).orElseThrow());
  }
}
