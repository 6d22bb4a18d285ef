package dev.mldigest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://User@Blog.Example.ORG.:8443/x, blog.example.org",
    "http://example.org?q, example.org",
    "https://bücher.example/, xn--bcher-kva.example",
    "http://[::1]:80/, [::1]",
    "ftp://example.org/, ''",
    "mailto:ann@example.org, ''",
    "not an address, ''",
  })
  void a_host_is_in_small_letters_without_what_stands_around_it(String url, String name) {
    assertThat(Host.of(url)).isEqualTo(new Host(name));
  }

  @Test
  void what_has_no_host_has_one_without_a_name() {
    assertThat(Host.of((String) null).isNone()).isTrue();
    assertThat(Host.of((URI) null).isNone()).isTrue();
    assertThat(Host.of(URI.create("/posts/1")).isNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.org, example.org",
    "m.example.org, example.org",
    "en.m.example.org, en.example.org",
    "m.com, m.com",
    "wwwexample.org, wwwexample.org",
  })
  void a_bare_host_is_without_the_door_it_was_entered_by(String name, String bare) {
    assertThat(new Host(name).bare().name()).isEqualTo(bare);
  }

  @Test
  void a_domain_holds_itself_and_what_is_below() {
    assertThat(new Host("arxiv.org").isIn("arxiv.org")).isTrue();
    assertThat(new Host("export.arxiv.org").isIn("arxiv.org")).isTrue();
    assertThat(new Host("notarxiv.org").isIn("arxiv.org")).isFalse();
  }

  @Test
  void hosts_are_akin_where_one_is_within_the_others_domain() {
    assertThat(new Host("www.lab.example").isAkinTo(new Host("blog.lab.example"))).isTrue();
    assertThat(new Host("blog.lab.example").isAkinTo(new Host("lab.example"))).isTrue();
    assertThat(new Host("one.lab.example").isAkinTo(new Host("two.lab.example"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "en.wiki.example.co.uk, example.co.uk",
    "health.gov.au, health.gov.au",
    "ann.github.io, ann.github.io",
    "api.github.com, github.com",
    "github.io, github.io",
    "localhost, localhost",
    "127.0.0.1, 127.0.0.1",
    "'', ''",
  })
  void a_site_is_what_was_registered(String name, String site) {
    assertThat(new Host(name).site()).isEqualTo(site);
  }
}
