package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.archive.ArchiveSite;
import dev.mldigest.assemble.archive.Archived;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.assemble.post.Network;
import dev.mldigest.assemble.post.Posts;
import dev.mldigest.domain.issue.Issue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One issue in every form. {@code mvn test -Dtest=GoldenTest -Dgolden.write=true} writes the files
 * anew; read the difference before it is committed.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  /** A slot and a footnote, as an editor's digest has them once it is approved. */
  private static final String ASIDE =
      """

      > **Sponsor**
      >
      > Try [Acme](https://acme.example/), which trains models overnight[^1].

      My own words.

      [^1]: On machines of its own.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest.md",
        "digest.html",
        "digest.txt",
        "digest.rich.html",
        "digest.slack",
        "digest.discord",
        "digest.telegram",
        "digest.mastodon",
        "digest.bluesky",
        "digest.atom",
        "issue.json",
        "archive.html"
      })
  void the_example_issue_is_rendered_as_before(String name) throws IOException {
    String rendered = render(name);
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, rendered);
    }
    assertThat(rendered).isEqualTo(Files.readString(file));
  }

  private static String render(String name) {
    Issue issue = Issues.example();
    String markdown =
        new DigestMarkdown()
            .render(issue, Map.of("77aa66bb55cc44dd", "We had the same one in 2024; read it."));
    return switch (name) {
      case "digest.md" -> markdown;
      case "digest.html" ->
          new HtmlMail(Locale.ENGLISH)
              .render(markdown + ASIDE, issue.title() + " – " + issue.week());
      case "digest.txt" -> new PlainText().render(markdown + ASIDE);
      case "digest.rich.html" -> new RichHtml().render(markdown + ASIDE);
      case "digest.slack" -> posts(Network.SLACK, markdown);
      case "digest.discord" -> posts(Network.DISCORD, markdown);
      case "digest.telegram" -> posts(Network.TELEGRAM, markdown);
      case "digest.mastodon" -> posts(Network.MASTODON, markdown);
      case "digest.bluesky" -> posts(Network.BLUESKY, markdown);
      case "digest.atom" ->
          new AtomFeed()
              .render(
                  issue.title(),
                  Instant.EPOCH,
                  List.of(
                      new AtomFeed.PublishedIssue(
                          issue.week(), Instant.parse("2026-03-02T07:00:00Z"), markdown)));
      case "issue.json" -> new IssueJson().write(issue);
      case "archive.html" ->
          new ArchiveSite(
                  List.of(Archived.of(issue, markdown)), URI.create("https://news.example/ml/"))
              .page(issue.week());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String posts(Network network, String markdown) {
    return Posts.joined(Posts.of(network, markdown + ASIDE, "Also seen"));
  }
}
