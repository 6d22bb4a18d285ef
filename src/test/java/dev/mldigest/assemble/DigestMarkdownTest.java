package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import java.util.List;
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

  private static String anchor(String digest) {
    return digest.lines().filter(line -> line.startsWith("<!-- item:")).findFirst().orElseThrow();
  }
}
