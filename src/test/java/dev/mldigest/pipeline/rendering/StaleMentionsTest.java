package dev.mldigest.pipeline.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.approval.Approval;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A digest is read for what it says of items that left it. */
class StaleMentionsTest {
  private static final Issue ISSUE = Issues.example();
  private static final String GENERATED = new DigestMarkdown().render(ISSUE);

  @Test
  void a_subject_an_introduction_and_numbers_that_tell_of_a_deleted_item_are_named() {
    List<String> stale = stale(without("a1b2c3d4e5f60718"));
    assertThat(stale).hasSize(2);
    assertThat(stale.getFirst())
        .contains("[Re] Does Top-$k$ routing", "the subject, the introduction");
    assertThat(stale.getLast()).contains("digest run --redo --week 2026-W10");
  }

  @Test
  void a_preheader_that_tells_of_a_deleted_item_is_named() {
    assertThat(stale(without("77aa66bb55cc44dd")).getFirst())
        .contains("Post-mortem: a silent label shift", "the preheader, the introduction");
  }

  @Test
  void only_the_numbers_are_named_where_nothing_else_tells_of_the_item() {
    String counted = GENERATED + "\n## The week in numbers\n\n4 items from 14 sources.\n";
    String gone = counted.replace(block("1234123412341234"), "");
    List<String> stale = StaleMentions.in(ISSUE, counted, gone, Approval.of(gone));
    assertThat(stale).hasSize(2);
    assertThat(stale.getFirst()).contains("3 items", "'4 items'");
    assertThat(stale(without("1234123412341234"))).as("without numbers").isEmpty();
  }

  @Test
  void what_the_editor_renewed_by_hand_is_not_named() {
    String text =
        without("a1b2c3d4e5f60718")
            .replaceFirst("(?m)^subject: .*", "subject: \"A label file turned over\"")
            .replaceFirst("The authors repeat twelve [^.]*\\. ", "");
    assertThat(stale(text)).isEmpty();
    assertThat(stale(text.replaceFirst("(?m)^subject: .*", "subject: Of 4 picks"))).hasSize(2);
  }

  @Test
  void an_untouched_moved_edited_or_lengthened_digest_tells_of_what_it_holds() {
    String moved = without("77aa66bb55cc44dd") + "\n" + block("77aa66bb55cc44dd");
    String own = GENERATED + "\n### [Mine](https://own.example/x)\n\nWords of mine.\n";
    String rewritten = GENERATED.replace("Post-mortem: a silent label shift", "Labels turned");
    for (String text : List.of(GENERATED, moved, own, rewritten)) {
      assertThat(stale(text)).isEmpty();
    }
  }

  private static List<String> stale(String text) {
    return StaleMentions.in(ISSUE, GENERATED, text, Approval.of(text));
  }

  private static String without(String id) {
    return GENERATED.replace(block(id), "");
  }

  private static String block(String id) {
    int from = GENERATED.indexOf("<!-- item:" + id);
    int to = GENERATED.indexOf("<!-- note: -->\n", from);
    return GENERATED.substring(from, to + "<!-- note: -->\n".length());
  }
}
