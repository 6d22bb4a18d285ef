package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.markdown.SafeUrl;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Labels;
import dev.mldigest.domain.issue.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestMarkdownTest {
  private final DigestMarkdown markdown = new DigestMarkdown();

  @Test
  void an_issue_without_items_says_so() {
    String empty = markdown.render(Issues.of());
    assertThat(empty).contains("It has no items: nothing of the week was fit to print.");
    assertThat(empty).doesNotContain("## Papers", "### ", "must-read");
  }

  @Test
  void the_dates_of_the_window_are_those_of_the_zone() {
    Issue utc = Issues.of();
    Issue issue =
        new Issue(
            "T",
            new Week(2026, 1),
            utc.window(),
            "Pacific/Auckland",
            Opening.NONE,
            List.of(),
            List.of(),
            utc.gaps(),
            utc.funnel());
    assertThat(markdown.render(issue))
        .contains("This issue covers 23 February to 2 March 2026.")
        .contains("from: \"2026-02-23T19:00:00+13:00\"");
  }

  @Test
  void sources_whose_coverage_is_proven_only_in_part_are_named_in_one_line_but_not_all_of_many() {
    assertThat(markdown.render(partly())).doesNotContain("proven");
    assertThat(markdown.render(partly("A"))).contains("proven only in part for A (");
    assertThat(markdown.render(partly("A", "B", "C", "D", "E")))
        .contains("proven only in part for A, B, C, D and E (");
    assertThat(markdown.render(partly("A", "B", "C", "D", "E", "F", "G")))
        .contains("proven only in part for A, B, C, D, E and 2 more (");
  }

  static Issue partly(String... titles) {
    Issue plain = Issues.of();
    Issue.Gaps gaps =
        Issue.Gaps.of(
            new Issue.Watch(3, List.of(), List.of(), List.of(titles)),
            0,
            List.of(),
            Issue.Asked.NOBODY);
    return new Issue(
        plain.title(),
        plain.week(),
        plain.window(),
        plain.zone(),
        Opening.NONE,
        plain.sections(),
        plain.alsoSeen(),
        gaps,
        plain.funnel());
  }

  @Test
  void an_anchor_changes_with_the_text_below_it_and_with_nothing_else() {
    String one = markdown.render(Issues.of(Issues.item("a", "T", "One.")));
    String two = markdown.render(Issues.of(Issues.item("a", "T", "Two.")));
    String noted =
        markdown.render(Issues.of(Issues.item("a", "T", "One.")), Map.of("a", "A note."));
    assertThat(anchor(one)).matches("<!-- item:a v=[0-9a-f]{8} -->").isEqualTo(anchor(noted));
    assertThat(anchor(two)).isNotEqualTo(anchor(one));
    assertThat(markdown.render(Issues.of(Issues.item("a", "T", "One.")))).isEqualTo(one);
  }

  @Test
  void an_address_that_is_none_for_readers_leaves_the_title_without_a_link() {
    for (String url :
        List.of("javascript:alert(1)", "data:text/html,x", "ftp://e.org", "/x", "", "https://")) {
      Issue.Item item =
          Issues.item(
              "a",
              "T",
              url,
              "S",
              "2026-02-27T12:00:00Z",
              "blog",
              Issues.summary("x", "Good."),
              List.of());
      assertThat(markdown.render(Issues.of(item))).contains("\n### T\n").doesNotContain("](");
    }
  }

  @Test
  void a_round_up_that_mentions_the_story_is_named_with_its_link() {
    Issue.Item item = Issues.item("a", "T", "One.");
    assertThat(
            markdown.render(
                Issues.of(Issues.mentionedIn(item, "All [the] week", "https://r.example/12"))))
        .contains(
            "\n*Example · 27 February 2026 · mentioned in"
                + " [All \\[the\\] week](https://r.example/12)*\n");
    assertThat(markdown.render(Issues.of(Issues.mentionedIn(item, "Week", "javascript:x"))))
        .contains("2026 · mentioned in Week*\n");
  }

  @Test
  void what_an_item_carries_on_is_said_in_one_sentence_of_its_own_with_what_changed() {
    Issue.Item item = Issues.item("a", "T", "One.");
    String begin =
        "\n\nFollows up on [U](https://example.org/earlier) in the issue of"
            + " 16 to 22 February 2026";
    assertThat(follows(item, Issues.earlier("U", "Example", "Plum 2", "Plum 3", "X-4")))
        .contains(begin + ": Plum 2 then, Plum 3 now.\n\n");
    assertThat(follows(item, Issues.earlier("U", "arXiv", "", "", "X-4", "PlumBench")))
        .contains(begin + ": new here: X-4, PlumBench.\n\n");
    assertThat(follows(item, Issues.earlier("U", "arXiv", "", "")))
        .contains(begin + ": told by arXiv then, by Example now.\n\n");
    assertThat(follows(item, Issues.earlier("U", "Example", "", ""))).contains(begin + ".\n\n");
  }

  private String follows(Issue.Item item, FollowUp earlier) {
    return markdown.render(Issues.of(Issues.following(item, earlier)));
  }

  @Test
  void the_front_matter_is_safe_yaml_whatever_the_title_holds() {
    Issue plain = Issues.of();
    Issue issue =
        new Issue(
            "A \"quoted\": # \\title\n---\nitems: 9",
            plain.week(),
            plain.window(),
            "UTC",
            Opening.NONE,
            List.of(),
            List.of(),
            plain.gaps(),
            plain.funnel());
    assertThat(markdown.render(issue))
        .startsWith("---\ntitle: \"A \\\"quoted\\\": # \\\\title --- items: 9\"\nweek: 2026-W10\n");
  }

  @Test
  void destinations_cannot_end_early_or_hide_where_they_lead() {
    assertThat(SafeUrl.of("https://e.org/a (b) <c> \"d\"[e]\\f"))
        .isEqualTo("https://e.org/a%20%28b%29%20%3Cc%3E%20%22d%22%5Be%5D%5Cf");
    assertThat(SafeUrl.of(" HTTPS://E.org/x?a=1&copy;=2#ü%20%zz\n"))
        .isEqualTo("https://e.org/x?a=1&copy%3B=2#%C3%BC%20%25zz");
    assertThat(SafeUrl.of("https://bank.example@evil.example/")).isEqualTo("https://evil.example/");
    assertThat(SafeUrl.of("https://bücher.example:8443/"))
        .isEqualTo("https://xn--bcher-kva.example:8443/");
    assertThat(SafeUrl.of("http://[::1]/x")).isEqualTo("http://[::1]/x");
    for (String bad : List.of("https://a b/", "https://-/", "https://e.org:x/", "https:///x")) {
      assertThat(SafeUrl.of(bad)).as(bad).isNull();
    }
  }

  @Test
  void an_id_cannot_end_its_comment() {
    assertThat(anchor(markdown.render(Issues.of(Issues.item("a --> <b>", "T", "One.")))))
        .startsWith("<!-- item:a_____");
  }

  @Test
  void what_is_for_the_editor_stands_in_the_front_matter_alone_and_cannot_end_it() {
    Issue plain = Issues.of();
    Issue.Gaps gaps =
        Issue.Gaps.of(
            new Issue.Watch(
                3,
                List.of(
                    new Issue.FailedSource(
                        "Evil\n---\n--> <!-- item:x --> \"quoted\" \\", "refused")),
                List.of(),
                List.of()),
            2,
            List.of("Section 'Talks' has 0 of at least 1"),
            Issue.Asked.NOBODY);
    String digest = markdown.render(plain.with(gaps, plain.funnel()));
    String front = digest.substring(0, digest.indexOf("\n---\n", 4));
    assertThat(front)
        .contains("\ncoverage: \"This issue covers", "2 articles could not be read.")
        .contains("\nshortfalls: \"Section 'Talks' has 0 of at least 1.\"")
        .contains("\nfunnel: \"7 entries harvested → ")
        .contains("\\\"quoted\\\" \\\\ (refused)")
        .doesNotContain("-->", "<!--");
    assertThat(digest.substring(front.length()))
        .doesNotContain("could not be read", "Talks", "harvested", "2026-W10", "Evil");
  }

  @Test
  void readers_are_told_of_the_coverage_in_one_sentence_where_the_newsletter_wants_it() {
    assertThat(markdown.render(set(new Labels("en", true, Map.of()))))
        .endsWith(
            "## The week in numbers\n\nChosen from 7 entries of 3 sources, all of which could be"
                + " read.\n");
  }

  @Test
  void labels_and_dates_are_in_the_words_and_the_language_of_the_newsletter() {
    Labels german =
        new Labels(
            "de",
            true,
            Map.of(
                "dates", "{from} bis {to}",
                "for", "Für",
                "also-seen", "Auch *gesehen*",
                "numbers", "Die Woche in Zahlen",
                "also-reported-by", "auch bei",
                "coverage-in-part", "{picked} aus {sources} Quellen, {failed} nicht ganz."));
    Issue example = Issues.example();
    Issue issue =
        new Issue(
            example.title(),
            example.week(),
            example.window(),
            example.zone(),
            example.opening(),
            example.sections(),
            example.alsoSeen(),
            example.gaps(),
            example.funnel(),
            german);
    assertThat(markdown.render(issue))
        .contains("# The Gradient Post – 23. Februar bis 1. März 2026\n")
        .contains("*arXiv cs.LG · 27. Februar 2026 · auch bei Weekly Papers, ")
        .contains("\n**Für:** ")
        .contains("\n## Auch \\*gesehen\\*\n")
        .contains("\n## Die Woche in Zahlen\n\n4 aus 14 Quellen, 3 nicht ganz.\n");
  }

  @Test
  void a_heading_names_the_days_that_lie_mostly_in_the_window() {
    Window week =
        new Window(Instant.parse("2025-12-01T06:00:00Z"), Instant.parse("2025-12-08T06:00:00Z"));
    Dates english = new Dates(Labels.ENGLISH, "UTC");
    assertThat(english.days(week)).isEqualTo("1 to 7 December 2025");
    assertThat(new Dates(new Labels("fr", false, Map.of()), "UTC").days(week))
        .isEqualTo("1 to 7 décembre 2025");
    Instant year = Instant.parse("2025-12-29T18:00:00Z");
    assertThat(english.days(new Window(year, year.plusSeconds(7 * 86_400))))
        .isEqualTo("30 December 2025 to 5 January 2026");
    assertThat(english.days(new Window(year, year.plusSeconds(3_600))))
        .isEqualTo("29 December 2025");
  }

  private static Issue set(Labels labels) {
    Issue plain = Issues.of();
    return new Issue(
        plain.title(),
        plain.week(),
        plain.window(),
        plain.zone(),
        plain.opening(),
        plain.sections(),
        plain.alsoSeen(),
        plain.gaps(),
        plain.funnel(),
        labels);
  }

  private static String anchor(String digest) {
    return digest.lines().filter(line -> line.startsWith("<!-- item:")).findFirst().orElseThrow();
  }

  @Test
  void a_mail_states_its_language_and_which_way_its_lines_run() {
    assertThat(new HtmlMail(Locale.forLanguageTag("ar")).render("# مرحبا\n\nHello.\n", "T"))
        .contains("<html lang=\"ar\" dir=\"rtl\">", "<p dir=\"ltr\"")
        .doesNotContain("dir=\"auto\"");
  }
}
