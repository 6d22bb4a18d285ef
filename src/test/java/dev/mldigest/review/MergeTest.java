package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
  private final String base = rendered(items("First.", 1, 2, 3, 4));

  /** Item 1 as before, 2 and 3 with new text, 4 gone, 5 new. */
  private final String theirs =
      rendered(
          List.of(item(1, "First."), item(2, "Second."), item(3, "Second."), item(5, "Second.")));

  @Test
  void an_untouched_file_becomes_the_new_text() {
    Merged merged = Merge.merge(base, base, theirs);
    assertThat(merged.text()).isEqualTo(theirs);
    assertThat(merged.base()).isEqualTo(theirs);
    assertThat(merged.edits()).isEmpty();
    assertThat(merged.offered()).isEmpty();
  }

  @Test
  void a_file_is_left_alone_when_nothing_new_was_generated() {
    String mine = base.replace("Summary 2.", "My words.").replace("\n", "\r\n");
    assertThat(Merge.merge(base, mine, base).text()).isEqualTo(mine);
  }

  @Test
  void an_edited_item_stays_and_ours_is_offered_while_the_others_are_renewed() {
    String mine = base.replace("First. Summary 2.", "My *own*\tword .");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(block(merged.text(), 2)).isEqualTo(block(mine, 2)).contains("My *own*\tword .");
    assertThat(block(merged.text(), 3)).isEqualTo(block(theirs, 3));
    assertThat(merged.edits()).containsExactly(new Edit.Changed("item2", block(mine, 2)));
    assertThat(merged.offered())
        .anySatisfy(offer -> {
          assertThat(offer.id()).isEqualTo("item2");
          assertThat(offer.isNew()).isFalse();
          assertThat(offer.text()).contains("Second. Summary 2.");
        });
  }

  @Test
  void a_note_is_kept_and_reported_as_a_note() {
    String mine = fillNote(base, 3, "<!-- note: A fine piece. -->");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.text()).contains("<!-- note: A fine piece. -->");
    assertThat(merged.edits()).containsExactly(new Edit.Noted("item3", "A fine piece."));
  }

  @Test
  void a_deleted_item_stays_deleted() {
    String mine = base.replace(block(base, 2), "");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.text()).doesNotContain("item2").contains("item:item3");
    assertThat(merged.edits()).containsExactly(new Edit.Deleted("item2"));
  }

  @Test
  void a_moved_item_stays_where_it_was_moved_and_takes_the_new_text() {
    String two = block(base, 2);
    String mine = base.replace(two, "").replace(block(base, 1), two + block(base, 1));
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(ids(merged.text())).containsExactly("item2", "item1", "item3", "item4");
    assertThat(block(merged.text(), 2)).contains("Second. Summary 2.");
    assertThat(merged.edits()).containsExactly(new Edit.Moved("item2", null));
  }

  @Test
  void a_new_item_is_offered_and_offered_again_but_never_counts_as_deleted() {
    String mine = base.replace("First. Summary 1.", "Mine.");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.text()).doesNotContain("item5");
    assertThat(merged.offered()).extracting(Merged.Offer::id).containsExactly("item5");
    assertThat(merged.offered().getFirst().isNew()).isTrue();
    Merged again = Merge.merge(merged.base(), merged.text(), theirs);
    assertThat(again.text()).isEqualTo(merged.text());
    assertThat(again.edits()).containsExactly(new Edit.Changed("item1", block(mine, 1)));
    assertThat(again.offered()).extracting(Merged.Offer::id).containsExactly("item5");
  }

  @Test
  void an_item_that_we_dropped_stays_once_anything_was_edited() {
    String edited = base.replace("First. Summary 4.", "Mine.");
    assertThat(Merge.merge(base, edited, theirs).text()).contains("item:item4").contains("Mine.");
    String elsewhere = base.replace("First. Summary 1.", "Mine.");
    Merged merged = Merge.merge(base, elsewhere, theirs);
    assertThat(block(merged.text(), 4)).isEqualTo(block(base, 4));
    assertThat(ids(Merge.merge(merged.base(), merged.text(), theirs).text()))
        .containsExactly("item1", "item2", "item3", "item4");
    assertThat(ids(Merge.merge(base, base, theirs).text())).doesNotContain("item4");
  }

  @Test
  void what_was_deleted_stays_so_when_the_ranking_forgets_it_and_finds_it_again() {
    String mine = base.replace(block(base, 4), "");
    Merged once = Merge.merge(base, mine, theirs); // without item 4, with item 5
    Merged twice = Merge.merge(once.base(), once.text(), base);
    assertThat(ids(twice.text())).containsExactly("item1", "item2", "item3");
    assertThat(twice.offered()).isEmpty();
    assertThat(twice.edits()).containsExactly(new Edit.Deleted("item4"));
  }

  @Test
  void a_move_that_was_all_the_editor_did_keeps_the_items_over_any_number_of_redos() {
    String mine =
        base.replace(block(base, 2), "").replace(block(base, 1), block(base, 2) + block(base, 1));
    Merged once = Merge.merge(base, mine, theirs);
    Merged twice = Merge.merge(once.base(), once.text(), theirs);
    assertThat(ids(twice.text())).containsExactly("item2", "item1", "item3", "item4");
    assertThat(twice.offered()).extracting(Merged.Offer::id).containsExactly("item5");
  }

  @Test
  void an_item_whose_anchor_is_lost_is_found_by_its_address_then_by_its_title() {
    String lost = base.replaceAll("<!-- item:item2 .*\n", "");
    Merged merged = Merge.merge(base, lost, theirs);
    assertThat(merged.text()).contains("Second. Summary 3.").contains("First. Summary 2.");
    assertThat(merged.edits()).extracting(Edit::id).containsExactly("item2");

    String damaged = base.replaceAll("<!-- item:item2 v=.*\n", "<!-- itm:2 -->\n");
    assertThat(Merge.merge(base, damaged, theirs).edits()).extracting(Edit::id).contains("item2");

    String retitled = lost.replace("[Title 2]", "[Better]");
    assertThat(Merge.merge(base, retitled, theirs).edits())
        .containsExactly(new Edit.Changed("item2", block2Of(retitled)));

    String moved = lost.replace("https://example.org/item2", "https://other.example/x");
    assertThat(Merge.merge(base, moved, theirs).edits()).extracting(Edit::id).contains("item2");
    assertThat(Merge.merge(base, moved, theirs).text()).contains("https://other.example/x");
  }

  @Test
  void the_editors_own_item_stays_where_it_stands() {
    String own = "### [My own find](https://mine.example/)\n\nRead it.\n\n";
    String mine = base.replace(block(base, 2), own + block(base, 2));
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.text()).contains(own);
    assertThat(merged.edits()).containsExactly(new Edit.Added(null, own));
  }

  @Test
  void words_above_the_header_do_not_freeze_what_it_says() {
    String changed = theirs.replace("All 3 sources were read.", "Of 3 sources, 2 could be read.");
    String mine = base.replaceFirst("(?m)^# .*\n", "$0\nDear readers!\n");
    Merged merged = Merge.merge(base, mine, changed);
    assertThat(merged.text()).contains("Dear readers!\n").contains("2 could be");
  }

  @Test
  void a_file_with_other_line_ends_keeps_them_and_counts_as_untouched() {
    String mine = "\uFEFF" + base.replace("\n", "\r\n");
    Merged merged = Merge.merge(base, mine, theirs);
    assertThat(merged.edits()).isEmpty();
    assertThat(merged.text().replace("\r\n", "")).doesNotContain("\n");
    assertThat(merged.text()).contains("Second. Summary 2.");
  }

  @Test
  void a_section_left_without_items_goes_with_its_last_one() {
    String both = new DigestMarkdown().render(Issues.numbered(2, "First."));
    String onlyPapers = rendered(List.of(item(0, "First.")));
    String mine = both.replace("First. Summary number 0.", "Mine.");
    assertThat(Merge.merge(both, mine, onlyPapers).text()).contains("Mine.", "## Posts");
    String deleted = mine.replace(block(mine, 1), "");
    Merged merged = Merge.merge(both, deleted, onlyPapers);
    assertThat(merged.text()).contains("Mine.").doesNotContain("## Posts");
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_the_editor_does_no_byte_of_it_is_lost(int seed) {
    Random random = new Random(seed);
    String generated = rendered(items("First.", 1, 2, 3, 4, 5, 6, 7, 8));
    List<Issue.Item> next = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      if (random.nextInt(5) > 0) {
        next.add(item(i, random.nextBoolean() ? "First." : "Second."));
      }
    }
    String fresh = rendered(next);
    Session session = new Session(generated, random);
    session.edit(1 + random.nextInt(6));
    Merged merged = Merge.merge(generated, session.text(), fresh);

    assertThat(ids(merged.text())).noneMatch(session.deleted::contains);
    assertThat(ids(session.text())).containsSubsequence(ids(merged.text()));
    for (String marker : session.marks) {
      assertThat(merged.text()).as("seed %s", seed).containsOnlyOnce(marker);
    }
    for (Part part : DigestFile.parse(session.text()).items()) {
      boolean edited = session.marks.stream().anyMatch(part.text()::contains);
      if (edited) {
        assertThat(merged.text()).as("seed %s", seed).contains(part.core());
      }
    }
    // A file in which nothing of the editor's is left is ours again.
    String expected = merged.text().equals(merged.base()) ? fresh : merged.text();
    assertThat(Merge.merge(merged.base(), merged.text(), fresh).text())
        .as("seed %s: the second merge changes nothing", seed)
        .isEqualTo(expected);
    assertThat(Merge.merge(generated, session.text(), generated).text()).isEqualTo(session.text());
  }

  /** An editor's session: edits, deletions, moves, notes, own blocks and a change of line ends. */
  private static final class Session {
    private final Random random;
    private final List<String> parts;
    private final Set<String> deleted = new HashSet<>();
    private final List<String> marks = new ArrayList<>();
    private boolean crlf;

    Session(String generated, Random random) {
      this.random = random;
      this.parts =
          new ArrayList<>(DigestFile.parse(generated).parts().stream().map(Part::text).toList());
    }

    void edit(int times) {
      for (int i = 0; i < times; i++) {
        int at = items().get(random.nextInt(items().size()));
        String mark = "mark" + i + "é\t*";
        switch (random.nextInt(6)) {
          case 0 -> replace(at, "Summary", mark + " Summary");
          case 1 -> replace(at, "<!-- note: -->", mark);
          case 2 -> replace(at, "<!-- note: -->", "<!-- note: -->\n\n" + mark + "\n- a\n* b");
          case 3 -> delete(at);
          case 4 -> move(at);
          default -> crlf = true;
        }
      }
    }

    String text() {
      String text = String.join("", parts);
      return crlf ? text.replace("\n", "\r\n") : text;
    }

    private void replace(int at, String what, String by) {
      String text = parts.get(at);
      if (text.contains(what)) {
        parts.set(at, text.replaceFirst(what, by.replace("\\", "\\\\")));
        marks.add(crlf ? by.replace("\n", "\r\n") : by);
        marks.replaceAll(
            mark -> mark.lines().filter(l -> l.startsWith("mark")).findFirst().orElse(mark));
        marks.removeIf(mark -> parts.stream().noneMatch(part -> part.contains(mark)));
      }
    }

    private void delete(int at) {
      if (items().size() > 1) {
        String gone = parts.remove(at);
        deleted.addAll(ids(gone));
        marks.removeIf(gone::contains);
      }
    }

    private void move(int at) {
      String part = parts.remove(at);
      List<Integer> places = items();
      parts.add(places.isEmpty() ? at : places.get(random.nextInt(places.size())), part);
    }

    private List<Integer> items() {
      return IntStream.range(0, parts.size())
          .filter(i -> parts.get(i).startsWith("<!-- item:"))
          .boxed()
          .toList();
    }
  }

  private static List<Issue.Item> items(String words, int... numbers) {
    return IntStream.of(numbers).mapToObj(i -> item(i, words)).toList();
  }

  private static Issue.Item item(int number, String words) {
    return Issues.item("item" + number, "Title " + number, words + " Summary " + number + ".");
  }

  private static String rendered(List<Issue.Item> items) {
    return new DigestMarkdown().render(Issues.of(items));
  }

  private static String block(String text, int number) {
    return DigestFile.parse(text).items().stream()
        .filter(part -> ("item" + number).equals(part.id()))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** The second item's text where its anchor is gone. */
  private static String block2Of(String text) {
    return DigestFile.parse(text).items().get(1).text();
  }

  private static String fillNote(String text, int number, String note) {
    String block = block(text, number);
    return text.replace(block, block.replace("<!-- note: -->", note));
  }

  private static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    DigestFile.parse(text)
        .items()
        .forEach(part -> {
          if (part.id() != null) {
            ids.add(part.id());
          }
        });
    return ids;
  }
}
