package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsFileTest {
  private static final Source NEW =
      source("new-one", "The New One", "https://new.example/feed.xml");

  @Test
  void a_source_is_added_in_the_indented_style_of_the_list() {
    assertThat(new FeedsFile().addSource(SettingsReaderTest.MINIMAL, NEW))
        .isEqualTo(
            SettingsReaderTest.MINIMAL
                + """
                  - id: new-one
                    title: The New One
                    kind: blog
                    section: papers
                    url: https://new.example/feed.xml
                """);
  }

  @Test
  void comments_and_layout_around_the_list_stay() {
    String before =
        """
        title: Weekly   # 🗞 our name
        time-zone: UTC
        audience: { description: x }
        issue: { sections: [ { id: papers, slots: 1 } ] }
        sources:
          # the first
          - { id: a, kind: blog, section: papers, url: https://a.example/ }   # good
        """;
    String after =
        """
          # - { id: off, kind: blog, section: papers, url: https://off.example/ }

        # the end
        network: { per-host: 1 }
        """;
    String line =
        "  - { id: new-one, title: The New One, kind: blog, section: papers,"
            + " url: https://new.example/feed.xml }\n";
    String changed = new FeedsFile().addSource(before + after, NEW);
    assertThat(changed).isEqualTo(before + line + after);
    assertThat(SettingsReaderTest.valid(changed).sources()).last().isEqualTo(NEW);
  }

  @Test
  void comments_and_keys_after_an_indented_list_stay_behind_it() {
    String after = "\n# the network\nnetwork:   # polite\n  per-host: 1\n";
    String changed = new FeedsFile().addSource(SettingsReaderTest.MINIMAL + after, NEW);
    assertThat(changed)
        .startsWith(SettingsReaderTest.MINIMAL + "  - id: new-one\n")
        .endsWith(after);
    assertThat(SettingsReaderTest.valid(changed).sources()).last().isEqualTo(NEW);
  }

  @Test
  void windows_line_ends_a_mark_and_a_missing_last_line_end_stay() {
    String yaml = "\uFEFF" + SettingsReaderTest.MINIMAL.strip().replace("\n", "\r\n");
    String changed = new FeedsFile().addSource(yaml, NEW);
    assertThat(changed).startsWith(yaml + "\r\n  - id: new-one\r\n    title:");
    assertThat(changed.replace("\r\n", "")).doesNotContain("\n");
    assertThat(SettingsReaderTest.valid(changed).sources()).last().isEqualTo(NEW);
  }

  @Test
  void an_id_that_is_taken_gets_a_number() {
    Source second = source("a", "Another", "https://b.example/");
    String changed =
        new FeedsFile().addSources(SettingsReaderTest.MINIMAL, List.of(second, second));
    assertThat(SettingsReaderTest.valid(changed).sources())
        .extracting(Source::id)
        .containsExactly("a", "a-2", "a-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It's: a # trap, {really} [sic]",
        "\"quoted\" \\ back",
        "true",
        "Null",
        "1984",
        "- dash",
        "ends with:",
        "日本語 🗞",
        "*star & amp %percent @at `tick`",
        "Deep (Learning) Focus",
        "a  #b"
      })
  void every_title_is_read_again_as_it_was(String title) {
    String folded = title.replaceAll("\\s+", " ");
    for (String style :
        List.of("  - { id: z, kind: news, section: papers, url: https://z.example/ }\n", "")) {
      Source odd = source("odd", title, "https://odd.example/?a=1&b={x}".replace("{x}", "%7B"));
      String changed = new FeedsFile().addSource(SettingsReaderTest.MINIMAL + style, odd);
      assertThat(SettingsReaderTest.valid(changed).sources().getLast().title()).isEqualTo(folded);
    }
  }

  @Test
  void everything_a_source_has_is_written() {
    Source arxiv =
        new Source(
            "x",
            "x",
            SourceKind.ARXIV,
            URI.create("http://127.0.0.1:1/api"),
            "papers",
            1.5,
            List.of("cs.LG", "stat.ML"),
            "article > p:not(.ad)");
    String changed = new FeedsFile().addSource(SettingsReaderTest.MINIMAL, arxiv);
    assertThat(SettingsReaderTest.valid(changed).sources()).last().isEqualTo(arxiv);
  }

  @Test
  void the_shipped_file_can_be_added_to() throws IOException {
    String yaml = Files.readString(Path.of("feeds.yaml"));
    String changed = new FeedsFile().addSource(yaml, NEW);
    assertThat(changed).startsWith(yaml);
    assertThat(SettingsReaderTest.valid(changed).sources()).last().isEqualTo(NEW);
  }

  @Test
  void a_text_without_a_list_that_can_be_added_to_is_refused() {
    FeedsFile file = new FeedsFile();
    assertThatThrownBy(() -> file.addSource("title: x\n", NEW))
        .hasMessage("the file has no list 'sources'");
    assertThatThrownBy(() -> file.addSource("sources: [{ id: a }]\n", NEW))
        .hasMessage("'sources' must be an indented list with '-' lines");
  }

  private static Source source(String id, String title, String url) {
    return new Source(id, title, SourceKind.BLOG, URI.create(url), "papers", 1.0, List.of(), null);
  }
}
