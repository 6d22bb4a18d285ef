package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.review.approval.Approval;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningMergeTest {
  private final String base = digest("Old", "Nothing came from A.");
  private final String theirs = digest("New", "Nothing came from B.");

  @Test
  void an_introduction_that_was_left_alone_is_renewed_whatever_else_was_edited() {
    String mine = base.replace("# ML Digest", "# Our digest").replace("\n", "\r\n");
    String text = Merge.merge(base, mine, theirs).text();
    assertThat(text)
        .contains("# Our digest", "New intro one. New intro two.\r\n", "came from B")
        .doesNotContain("Old intro");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void an_edited_introduction_stays_and_ours_is_offered() {
    String mine = base.replace("Old intro two.", "My *second* sentence.");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.text())
        .contains("Old intro one. My *second* sentence.", "came from B")
        .doesNotContain("New intro");
    assertThat(merged.offered())
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.title()).isEqualTo("the introduction");
          assertThat(offer.text()).contains("New intro one.");
          assertThat(offer.isNew()).isFalse();
        });
  }

  @Test
  void a_deleted_introduction_stays_deleted() {
    String mine = base.replaceFirst("<!-- intro[^\n]*\n[^\n]*\n\n", "");
    assertThat(mine).doesNotContain("intro");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.text()).contains("came from B").doesNotContain("intro");
    assertThat(merged.offered()).isEmpty();
  }

  @Test
  void an_introduction_may_go_or_come_without_freezing_the_header() {
    String without = digest("", "Nothing came from B.");
    String mine = base.replace("# ML Digest", "# Our digest");
    assertThat(Merge.merge(base, mine, without).text())
        .contains("# Our digest", "came from B")
        .doesNotContain("intro");
    mine = without.replace("# ML Digest", "# Our digest");
    assertThat(Merge.merge(without, mine, base).text())
        .contains("# Our digest", "came from A")
        .doesNotContain("intro");
    assertThat(Merge.merge(without, without, base).text()).isEqualTo(base);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void the_front_matter_is_merged_line_by_line(String lineEnd) {
    String mine =
        base.replace("subject: \"Old subject 1\"", "subject: 'Mine, and better'")
            .replace("subject-3: \"Old subject 3\"\n", "")
            .replace("generated-by", "tags: [a]\ngenerated-by")
            .replace("\n", lineEnd);
    Merged merged = Merge.merge(base, mine, theirs);
    String front = merged.text().substring(0, merged.text().indexOf("# ML Digest"));
    assertThat(front.lines())
        .contains(
            "subject: 'Mine, and better'",
            "subject-2: \"New subject 2\"",
            "preheader: \"New preheader\"",
            "tags: [a]")
        .noneMatch(line -> line.startsWith("subject-3") || line.contains("Old"));
    assertThat(merged.text().split(lineEnd, -1)).hasSameSizeAs(merged.text().split("\n", -1));
    assertThat(merged.edits()).hasSize(1);
    Merged again = Merge.merge(merged.base(), merged.text(), theirs);
    assertThat(again.text()).isEqualTo(merged.text());
  }

  @Test
  void the_subject_that_was_chosen_by_deleting_those_before_stays() {
    String mine = base.replace("subject: \"Old subject 1\"\n", "");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(Approval.strip(merged.text())).contains("\nsubject: \"Old subject 2\"\n");
    Merged again = Merge.merge(merged.base(), merged.text(), theirs);
    assertThat(again.text()).isEqualTo(merged.text());
  }

  @Test
  void an_older_digest_gets_the_subject_lines_and_keeps_what_was_edited() {
    String old = base.replaceAll("(subject|preheader)[-0-9]*: [^\n]*\n", "");
    String mine = old.replace("generated-by: ML Digest", "generated-by: me");
    assertThat(Merge.merge(old, mine, theirs).text())
        .startsWith("---\n")
        .contains("generated-by: me\nsubject: \"New subject 1\"")
        .containsPattern("preheader: \"New preheader\"\n---\n\n# ");
  }

  private static String digest(String word, String shortfall) {
    Issue issue = Issues.numbered(4, "Words.");
    Issue.Gaps gaps =
        Issue.Gaps.of(
            new Issue.Watch(3, List.of(), List.of(), List.of()),
            0,
            List.of(shortfall),
            Issue.Asked.NOBODY);
    Opening opening =
        word.isEmpty()
            ? Opening.NONE
            : new Opening(
                List.of(word + " subject 1", word + " subject 2", word + " subject 3"),
                List.of(word + " preheader"),
                Stream.of(" intro one.", " intro two.")
                    .map(text -> new Opening.Sentence(word + text, List.of()))
                    .toList(),
                "offline");
    return new DigestMarkdown()
        .render(
            new Issue(
                issue.title(),
                issue.week(),
                issue.window(),
                issue.zone(),
                opening,
                issue.sections(),
                issue.alsoSeen(),
                gaps,
                issue.funnel()));
  }
}
