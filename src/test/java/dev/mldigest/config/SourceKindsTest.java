package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of source as an editor writes them. */
class SourceKindsTest {
  private static final String HEAD =
      """
      title: T
      time-zone: UTC
      audience:
        description: D
      issue:
        sections:
          - { id: news, slots: 3 }
      sources:
      """;
  private static final Map<String, String> ENVIRONMENT = Map.of("NEWSAPI_KEY", "abc");

  private static SettingsReading read(String sources) {
    return new SettingsReader().read("feeds.yaml", HEAD + sources, ENVIRONMENT);
  }

  private static Source source(String keys) {
    SettingsReading reading = read("  - { id: s, " + keys + " }\n");
    assertThat(reading).isInstanceOf(SettingsReading.Valid.class);
    return ((SettingsReading.Valid) reading).settings().sources().getFirst();
  }

  private static List<String> mistakes(String keys) {
    return read("  - { id: s, " + keys + " }\n") instanceof SettingsReading.Invalid(var lines)
        ? lines
        : List.of();
  }

  private static List<String> blocks() {
    try {
      return Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
          .matcher(Files.readString(Path.of("docs/sources.md")))
          .results()
          .map(MatchResult::group)
          .map(block -> block.replaceAll("```(yaml)?\\n?", "").indent(2))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_block_of_the_page_on_sources_is_accepted() {
    return blocks().stream()
        .map(block ->
            DynamicTest.dynamicTest(
                block.strip().lines().findFirst().orElse(""),
                () -> assertThat(read(block)).isInstanceOf(SettingsReading.Valid.class)));
  }

  @Test
  void the_page_on_sources_names_every_kind() {
    String page = String.join("", blocks());
    assertThat(blocks()).hasSizeGreaterThan(10);
    Set<String> shown = new TreeSet<>();
    for (SourceKind kind : SourceKind.values()) {
      if (page.contains("kind: " + kind.word() + "\n")
          || page.contains("kind: " + kind.word() + ",")) {
        shown.add(kind.word());
      }
    }
    assertThat(shown)
        .contains("arxiv", "hacker-news", "reddit", "youtube", "github", "hugging-face")
        .contains("news-api", "sitemap", "listing", "newsletter", "archive", "podcast");
  }

  @ParameterizedTest
  @CsvSource({
    "reddit,https://www.reddit.com/r/ML,https://www.reddit.com/r/ML/.rss",
    "reddit,https://old.reddit.com/r/ML/new/,https://www.reddit.com/r/ML/new/.rss",
    "reddit,https://mirror.example/r/ML/.rss?x=1,https://mirror.example/r/ML/.rss?x=1",
    "youtube,https://www.youtube.com/channel/UC0123456789abc/videos,https://www.youtube.com/feeds/videos.xml?channel_id=UC0123456789abc",
    "youtube,https://www.youtube.com/watch?v=x&list=PL0123456789,https://www.youtube.com/feeds/videos.xml?playlist_id=PL0123456789",
    "youtube,https://www.youtube.com/feeds/videos.xml?channel_id=1,https://www.youtube.com/feeds/videos.xml?channel_id=1",
    "github,https://github.com/o/r,https://github.com/o/r/releases.atom",
    "github,https://github.com/o/r.git,https://github.com/o/r/releases.atom",
    "github,https://github.com/o/r/releases/tag/v1,https://github.com/o/r/releases.atom",
    "github,https://github.com/o/r/tags,https://github.com/o/r/tags.atom",
  })
  void an_address_as_it_is_pasted_leads_to_the_feed(String kind, String pasted, String feed) {
    assertThat(source("kind: " + kind + ", section: news, url: \"" + pasted + "\"").url())
        .hasToString(feed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind: reddit, section: news, url: https://example.org/r/x|subreddit",
        "kind: youtube, section: news, url: https://www.youtube.com/@name|digest feeds add",
        "kind: github, section: news, url: https://github.com/o|repository",
        "kind: blog, section: news, url: https://a.example, query: x|'query' belongs to sources of"
            + " kind 'hacker-news' and 'news-api' only",
        "kind: blog, section: news, url: https://a.example, categories: [cs.LG]|'categories'"
            + " belongs to sources of kind 'arxiv' only",
        "kind: hacker-news, section: news|'query' or 'at-least' must say what is wanted",
        "kind: hacker-news, section: news, at-least: 0|'query' or 'at-least' must say",
        "kind: hacker-news, section: news, query: \",\"|'query' holds no word",
        "kind: news-api, section: news, query: \",\", api-key: { env: NEWSAPI_KEY }|holds no word",
        "kind: arxiv, section: news, categories: [cs.lg]|'categories' must hold arXiv categories",
        "kind: arxiv, section: news, categories: [foo.LG]|'categories' must hold arXiv categories",
        "kind: arxiv, section: news, categories: [quant-ph.AB]|must hold arXiv categories",
        "kind: news-api, section: news, query: x|'api-key' is missing",
        "kind: news-api, section: news, query: x, api-key: abc|must not hold the key itself",
        "kind: news-api, section: news, query: x, api-key: { env: NONE }|not set",
        "kind: archive|'folder' is missing",
        "kind: archive, folder: x, url: https://a.example|name a 'folder'",
        "kind: newsletter|'path' is missing",
        "kind: newsletter, path: x, url: https://a.example|name either it or 'url'",
        "kind: newsletter, path: x, round-up: pick|'section' is missing",
        "kind: blog, section: news, url: https://a.example, path: x|'path' belongs to sources of"
            + " kind 'newsletter' only",
        "kind: hugging-face, section: news, at-least: -1|whole number",
        "kind: sitemap, section: news|'url' is missing",
      })
  void a_mistake_has_its_place_and_says_what_to_do(String keys, String said) {
    List<String> mistakes = mistakes(keys);
    assertThat(mistakes).hasSize(1);
    assertThat(mistakes.getFirst()).startsWith("feeds.yaml:9:").contains(said);
  }

  @Test
  void services_with_one_address_need_none() {
    assertThat(source("kind: hacker-news, section: news, at-least: 5").url().getHost())
        .isEqualTo("hn.algolia.com");
    Source press = source("kind: news-api, section: news, query: x, api-key: { env: NEWSAPI_KEY }");
    assertThat(press.query().key()).isNotNull().hasToString("***");
    Source arxiv = source("kind: arxiv, section: news, categories: [cs.LG]");
    assertThat(arxiv.query().oai()).hasToString("https://oaipmh.arxiv.org/oai");
    assertThat(arxiv.query().announcements()).hasToString("https://rss.arxiv.org/atom");
    Source mirror =
        source("kind: arxiv, section: news, categories: [cs.LG], url: https://m.example/q");
    assertThat(mirror.query().oai()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cs.LG", "cs", "astro-ph.GA", "cond-mat.dis-nn", "physics.ao-ph", "quant-ph"})
  void every_form_of_arxiv_category_is_accepted(String category) {
    assertThat(source("kind: arxiv, section: news, categories: [" + category + "]").categories())
        .containsExactly(category);
  }

  @Test
  void an_archive_that_is_not_there_is_a_mistake_where_the_file_is_on_disk(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("feeds.yaml");
    Files.writeString(file, HEAD + "  - { id: s, kind: archive, folder: past }\n");
    assertThat(new SettingsReader().read(file, ENVIRONMENT))
        .isInstanceOfSatisfying(
            SettingsReading.Invalid.class,
            invalid ->
                assertThat(invalid.mistakes().toString())
                    .contains("feeds.yaml:9:37: 'folder' names no folder that is there"));
    Files.createDirectory(folder.resolve("past"));
    assertThat(new SettingsReader().read(file, ENVIRONMENT))
        .isInstanceOf(SettingsReading.Valid.class);
  }

  @Test
  void a_newsletter_is_mails_beside_the_file_or_the_pages_of_an_archive() {
    Source mails = source("kind: newsletter, path: mail/letters.mbox");
    assertThat(Path.of(mails.url())).isEqualTo(Path.of("mail/letters.mbox").toAbsolutePath());
    assertThat(mails.isLocal()).isTrue();
    Source pages = source("kind: newsletter, url: https://l.example/archive, links: h2 a");
    assertThat(pages.isLocal()).isFalse();
    assertThat(pages.query().links()).isEqualTo("h2 a");
    assertThat(source("kind: newsletter, url: https://l.example/feed").query().links()).isNull();
  }

  @Test
  void an_archive_is_a_folder_beside_the_file_and_needs_no_section() {
    Source archive = source("kind: archive, folder: past/issues");
    assertThat(Path.of(archive.url())).isEqualTo(Path.of("past/issues").toAbsolutePath());
    assertThat(archive.section()).isEqualTo("news");
  }
}
