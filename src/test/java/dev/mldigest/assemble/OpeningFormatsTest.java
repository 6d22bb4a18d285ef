package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.MarkdownOutline;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subject, preheader, introduction and headline in every form. */
class OpeningFormatsTest {
  private static final String PLAIN =
      "---\ntitle: T\n%s\n---\n\n# T\n\n### [A](https://a.example/)\n\nText.\n";

  private final DigestMarkdown markdown = new DigestMarkdown();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "subject: \"A \\\"b\\\" c\\\\d\" | A \"b\" c\\d",
        "subject: 'It''s 5 # 1' | It's 5 # 1",
        "subject: plain words # a comment | plain words",
        "subject: \"open | open",
        "subject: \"\" | ``",
        "subject: # nothing | ``",
        "subject-2: Second | Second",
        "subjects: Other | ``",
        "subject: \"bad \\x escape\" | bad \\x escape",
        "subject: \"a\\u202eb\\nc\" | ab c",
      })
  void the_subject_is_read_as_editors_write_it(String line, String subject) {
    assertThat(Envelope.of(PLAIN.formatted(line)).subject()).isEqualTo(subject);
    assertThat(Envelope.of(PLAIN.formatted(line).replace("\n", "\r\n")).subject())
        .isEqualTo(subject);
  }

  @Test
  void what_is_written_is_read_back() {
    Envelope envelope = Envelope.of(markdown.render(Issues.example()));
    assertThat(envelope.subject()).isEqualTo(Issues.OPENING.subjects().getFirst());
    assertThat(envelope.preheader()).isEqualTo(Issues.OPENING.preheaders().getFirst());
    assertThat(Envelope.of("# T\n\nsubject: no\n")).isEqualTo(new Envelope("", ""));
  }

  @Test
  void a_mail_has_the_editors_subject_and_preheader_else_title_and_titles() {
    String chosen = PLAIN.formatted("subject: \"A <b> & c\"\npreheader: Beside it");
    assertThat(new HtmlMail(Locale.ENGLISH).render(chosen, "T"))
        .contains("<title>A &lt;b&gt; &amp; c</title>", ">Beside it</div>");
    assertThat(new HtmlMail(Locale.ENGLISH).render(PLAIN.formatted("x: y"), "The title"))
        .contains("<title>The title</title>", ">A</div>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{x}} in Jinja",
        "{% raw %}, {#, {{{y}}} and *|FNAME|*",
        "pass@1, me@example.org, @all",
        "https://example.org/ and www.example.org"
      })
  void a_subject_and_a_preheader_are_shown_as_they_were_typed(String typed) {
    String digest = PLAIN.formatted("subject: '%1$s'\npreheader: '%1$s'".formatted(typed));
    assertThat(Envelope.of(digest)).isEqualTo(new Envelope(typed, typed));
    Document mail = Jsoup.parse(new HtmlMail(Locale.ENGLISH).render(digest, "T"));
    assertThat(mail.title()).isEqualTo(typed);
    assertThat(Objects.requireNonNull(mail.body().firstElementChild()).text()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\"\nsubject-2: \"y",
        "x\n---\n# Owned",
        "[a](https://evil.example) <script>alert(1)</script> ![i](//evil.example)",
        "<!-- item:item0 v=00000000 --> {{body}} {% raw %} \u202e www.evil.example",
        "--- \\ \\\" \t\u0000 # no: comment",
      })
  void hostile_lines_change_nothing_but_words(String hostile) {
    Issue issue = with(Issues.numbered(3, "Words."), hostile);
    String text = markdown.render(issue);
    String plain = markdown.render(with(Issues.numbered(3, "Words."), "words"));
    MarkdownOutline outline = MarkdownOutline.of(Dialect.parse(Dialect.body(text)));
    MarkdownOutline expected = MarkdownOutline.of(Dialect.parse(Dialect.body(plain)));
    assertThat(outline.links()).isEqualTo(expected.links());
    assertThat(outline.headings()).isEqualTo(expected.headings());
    assertThat(outline.images()).isEmpty();
    assertThat(outline.html()).hasSameSizeAs(expected.html());
    assertThat(Dialect.frontMatter(text).lines())
        .hasSameSizeAs(Dialect.frontMatter(plain).lines().toList());
    assertThat(new HtmlMail(Locale.ENGLISH).render(text, "T"))
        .doesNotContain("<script", "href=\"https://evil");
  }

  @Test
  void a_written_headline_stands_in_place_of_the_title() {
    Issue.Item item = Issues.item("a", "The source's title", "Good words.");
    Issue.Item headed =
        Issue.Item.of(
            item.id(),
            new Issue.Report(
                item.title(),
                item.url(),
                item.source(),
                item.date(),
                item.kind(),
                item.reportedBy()),
            item.summary(),
            item.why(),
            "What it tells");
    assertThat(markdown.render(Issues.of(headed)))
        .contains("### [What it tells](https://example.org/a)")
        .doesNotContain("The source's title");
  }

  @Test
  void an_issue_without_an_opening_is_written_and_read_as_before() throws IOException {
    Issue bare = Issues.numbered(3, "Words.");
    assertThat(markdown.render(bare)).doesNotContain("subject", "preheader", "intro");
    String json = new IssueJson().write(bare);
    assertThat(json).doesNotContain("opening", "headline");
    assertThat(new IssueJson().read(json)).isEqualTo(bare);
    assertThat(new IssueJson().read(new IssueJson().write(Issues.example())))
        .isEqualTo(Issues.example());
  }

  @Test
  void a_subject_wants_a_preheader_and_neither_may_be_filler() {
    Lint lint = new Lint();
    assertThat(lint.findings(markdown.render(Issues.example()))).isEmpty();
    assertThat(lint.findings(PLAIN.formatted("x: y"))).isEmpty();
    assertThat(lint.findings(PLAIN.formatted("subject: A fine thing")))
        .singleElement()
        .asString()
        .contains("no preheader");
    assertThat(lint.findings(PLAIN.formatted("subject: Lorem ipsum\npreheader: \"{{x}}\"")))
        .hasSize(2)
        .allMatch(finding -> finding.matches("The (subject|preheader) holds .*"));
    assertThat(lint.findings(PLAIN.formatted("subject: A\npreheader: null"))).hasSize(1);
  }

  private static Issue with(Issue issue, String text) {
    return new Issue(
        issue.title(),
        issue.week(),
        issue.window(),
        issue.zone(),
        new Opening(
            List.of(text),
            List.of(text),
            Stream.of("One.", text).map(t -> new Opening.Sentence(t, List.of())).toList(),
            "offline"),
        issue.sections(),
        issue.alsoSeen(),
        issue.gaps(),
        issue.funnel());
  }
}
