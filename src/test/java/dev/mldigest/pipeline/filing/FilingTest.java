package dev.mldigest.pipeline.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.io.KeptFile;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.Edit;
import dev.mldigest.review.Merged;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.opening.FrontPage;
import dev.mldigest.summarise.opening.Voice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state, the editor's file and a new rendering, whatever happens between them. */
class FilingTest {
  private static final Week WEEK = new Week(2026, 10);
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String LINE = "A line of the editor's.";

  /** Where a save or the end of the process may fall, in order. */
  private static final List<String> STEPS =
      List.of(
          "stored",
          "remembered",
          "json",
          "DRAFTED",
          "COMPARED",
          "TAKEN",
          "LOOKED",
          "PUT",
          "KEPT",
          "replaced");

  @TempDir Path folder;
  private Store store;
  private Consumer<String> passed = step -> {};

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("state"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Stream<String> steps() {
    return STEPS.stream();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_save_by_renaming_is_merged_at_whatever_moment_it_comes(String step) throws IOException {
    save(items(1, 2, 3));
    edit(text -> text.replace("Summary 1.", "My words."));
    String saved = digest() + LINE + "\n";
    once(
        step,
        () -> {
          Path own = Files.writeString(folder.resolve("editor"), saved);
          Files.move(own, path(), StandardCopyOption.REPLACE_EXISTING);
        });

    save(items("New.", 1, 2, 3));

    assertThat(digest()).as(step).contains(LINE, "My words.");
    save(items("New.", 1, 2, 3));
    assertThat(digest()).as(step).contains(LINE, "My words.", "New. Summary 2.");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_save_in_place_is_merged_at_whatever_moment_it_comes(String step) throws IOException {
    save(items(1, 2, 3));
    edit(text -> text.replace("Summary 1.", "My words."));
    String saved = digest() + LINE + "\n";
    once(step, () -> Files.writeString(path(), saved));

    save(items("New.", 1, 2, 3));

    assertThat(digest()).as(step).contains(LINE, "My words.");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void what_is_written_through_a_handle_opened_before_is_merged_or_kept(String step)
      throws IOException {
    save(items(1, 2, 3));
    edit(text -> text.replace("Summary 1.", "My words."));
    try (FileChannel handle = FileChannel.open(path(), StandardOpenOption.APPEND)) {
      once(
          step,
          () -> handle.write(ByteBuffer.wrap((LINE + "\n").getBytes(StandardCharsets.UTF_8))));

      save(items("New.", 1, 2, 3));
    }
    boolean kept = false;
    for (KeptFile.Version version : files().versions(WEEK)) {
      kept |= Files.readString(version.file()).contains(LINE);
    }
    assertThat(digest().contains(LINE) || kept).as(step).isTrue();
    if (!step.equals("replaced")) {
      assertThat(digest()).as(step).contains(LINE);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_kill_at_any_step_ends_in_the_same_as_none(String step) throws IOException {
    save(items(1, 2, 3, 4));
    edit(text -> text.replace("Summary 1.", "My words.").replace(block(text, 2), ""));
    String mine = digest();
    killedAt(step, () -> save(items("New.", 1, 2, 3, 5)));
    complete();
    Map<String, String> killed = everything();

    forget();
    save(items(1, 2, 3, 4));
    Files.writeString(path(), mine);
    save(items("New.", 1, 2, 3, 5));
    assertThat(killed).as(step).isEqualTo(everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored", "remembered", "json", "DRAFTED", "COMPARED", "TAKEN", "LOOKED"})
  void an_edit_after_a_kill_ends_in_the_same_as_an_edit_before_it(String step) throws IOException {
    save(items(1));
    String before = digest();
    killedAt(step, () -> save(items(1, 2)));
    Files.writeString(path(), before.replace("Summary 1.", "My words."));
    List<String> told = complete();
    assertThat(told).as(step).anyMatch(line -> line.startsWith("New, not put into your digest: "));
    FiledIssue next = save(items(1, 2));
    assertThat(next.merged().edits()).hasSize(1).allMatch(Edit.Changed.class::isInstance);
    assertThat(next.merged().offered()).extracting(Merged.Offer::id).containsExactly("item2");
    Map<String, String> killed = everything();

    forget();
    save(items(1));
    edit(text -> text.replace("Summary 1.", "My words."));
    save(items(1, 2));
    save(items(1, 2));
    assertThat(killed).as(step).isEqualTo(everything());
  }

  @Test
  void an_edit_after_the_new_digest_was_put_is_an_edit_of_that() throws IOException {
    save(items(1));
    killedAt("PUT", () -> save(items(1, 2)));
    edit(text -> text.replace("Summary 1.", "My words."));
    complete();
    assertThat(digest()).contains("My words.", "Summary 2.");
    assertThat(save(items(1, 2)).merged().edits()).hasSize(1);
  }

  @Test
  void a_program_that_saves_over_a_newer_digest_what_it_had_open_rejects_nothing()
      throws IOException {
    save(items(1, 2));
    String open = digest();
    save(items(3, 1)); // 3 came, 2 went: nothing was touched yet
    Files.writeString(path(), open.replace("Summary 1.", "My words."));

    FiledIssue filed = save(items(3, 1));

    assertThat(ids()).containsExactly("item1", "item2");
    assertThat(digest()).contains("My words.");
    assertThat(filed.merged().edits()).hasSize(1);
    assertThat(filed.merged().offered()).extracting(Merged.Offer::id).containsExactly("item3");
    assertThat(kinds()).noneMatch(kind -> kind.endsWith("deleted"));
  }

  @Test
  void an_item_that_is_deleted_while_all_else_is_rewritten_was_in_the_digest_that_was_edited()
      throws IOException {
    save(items(2, 3));
    save(items(1, 2, 3));
    edit(text ->
        text.replaceFirst("subject: .*", "subject: Mine")
            .replaceFirst("# ML Digest.*\n", "$0\nMy own introduction.\n")
            .replace(block(text, 1), ""));

    FiledIssue filed = save(items(1, 2, 3));

    assertThat(filed.merged().offered()).isEmpty();
    assertThat(reasons()).containsEntry("item1", Reason.REJECTED);
    assertThat(kinds()).contains("item1 deleted");
  }

  @Test
  void an_old_digest_saved_over_a_newer_one_is_known_though_its_subject_was_rewritten()
      throws IOException {
    save(items(1, 2));
    String open = digest();
    save(items(3, 1));
    Files.writeString(path(), open.replaceFirst("subject: .*", "subject: Mine"));

    save(items(3, 1));

    assertThat(ids()).containsExactly("item1", "item2");
    assertThat(kinds()).noneMatch(kind -> kind.endsWith("deleted"));
  }

  @Test
  void the_opening_is_written_once_however_often_the_file_is_saved_meanwhile() throws IOException {
    save(items(1, 2));
    edit(text -> text.replace("Summary 1.", "My words."));
    AtomicInteger written = new AtomicInteger();
    Issue issue = items("New.", 1, 2);
    Function<List<Issue.Section>, Issue> told =
        shown -> {
          written.incrementAndGet();
          return told(issue).apply(shown);
        };
    once(
        "DRAFTED",
        () -> Files.writeString(path(), digest().replaceFirst("# ML .*\n", "$0\n" + LINE + "\n")));

    filing()
        .save(
            store.issues().open(WEEK, issue.window()),
            new Proposal(issue, decisions(issue), told),
            NOW);

    assertThat(digest()).contains(LINE);
    assertThat(written).hasValue(1);
  }

  @Test
  void once_a_digest_was_touched_nothing_is_swapped_and_it_says_what_it_holds() throws IOException {
    save(items(1, 2, 3));
    edit(text -> text.replace(block(text, 1), ""));

    FiledIssue filed = save(items(4, 1, 2)); // 3 is no longer picked, 4 leads

    assertThat(ids()).containsExactly("item2", "item3");
    assertThat(filed.merged().offered()).extracting(Merged.Offer::id).containsExactly("item4");
    assertThat(filed.issue().items()).extracting(Issue.Item::id).containsExactly("item2", "item3");
    assertThat(digest())
        .contains("subject: \"Title 2\"", "→ 2 picks", "2 picked, 1 rejected")
        .doesNotContain("Title 4", "Title 1");
    assertThat(new IssueJson().write(filed.issue()))
        .isEqualTo(Files.readString(files().json(WEEK)));
    assertThat(reasons())
        .isEqualTo(
            Map.of(
                "item1", Reason.REJECTED,
                "item2", Reason.PICKED,
                "item3", Reason.PICKED,
                "item4", Reason.BENCH));
    for (int i = 0; i < 3; i++) {
      String before = digest();
      assertThat(save(items(4, 1, 2)).merged().offered()).hasSize(1);
      assertThat(digest()).isEqualTo(before);
    }
  }

  @Test
  void the_opening_speaks_of_the_editors_titles_sections_and_own_items() throws IOException {
    save(items(1, 2));
    edit(text ->
        text.replace("## Papers", "## To read")
            .replace("[Title 1]", "[A *better* title]")
            .concat("\n### [My own find](https://mine.example/)\n\nRead it.\n"));

    save(items(1, 2));

    assertThat(digest())
        .contains("subject: \"A better title\"", "\"Title 2 · My own find\"", "mine.example");
    assertThat(Files.readString(files().json(WEEK))).doesNotContain("https://mine.example/");
  }

  @Test
  void lines_of_the_front_matter_that_the_editor_changed_stay() throws IOException {
    save(items(1, 2));
    edit(text -> text.replaceFirst("subject: .*", "subject: Mine").replace(block(text, 1), ""));
    save(items(1, 2));
    assertThat(digest()).contains("subject: Mine\n").doesNotContain("Title 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\r\n", "\uFEFF", "\0\0\0\0", "Some other text.\n", "---\ntitle:"})
  void a_file_that_holds_nothing_of_the_digest_is_written_again_without_what_was_deleted(
      String found) throws IOException {
    save(items(1, 2, 3));
    edit(text -> text.replace(block(text, 2), "").replace("Summary 1.", "My words."));
    save(items(1, 2, 3));
    String before = digest();
    Files.writeString(path(), found);

    FiledIssue filed = save(items(1, 2, 3));

    assertThat(digest()).isEqualTo(before).contains("My words.");
    assertThat(filed.told()).anyMatch(line -> line.contains("was written again"));
    assertThat(kinds()).doesNotContain("item1 deleted", "item3 deleted");
    Files.writeString(path(), found);
    assertThat(complete()).singleElement().asString().contains("was written again");
    assertThat(digest()).isEqualTo(before);
    assertThat(versions()).anyMatch(found::equals);
  }

  @Test
  void a_digest_whose_items_were_all_deleted_by_hand_keeps_its_heading_and_stays_so()
      throws IOException {
    save(items(1, 2));
    edit(text -> text.replace(block(text, 1), "").replace(block(text, 2), ""));
    save(items(1, 2));
    assertThat(ids()).isEmpty();
    assertThat(digest()).contains("# ML Digest", "It has no items").doesNotContain("Title 2");
  }

  @Test
  void where_more_than_half_vanish_at_once_it_says_so_and_learns_nothing_until_the_next_run()
      throws IOException {
    save(items(1, 2, 3, 4, 5));
    edit(text -> text.replace("Summary 5.", "My words."));
    save(items(1, 2, 3, 4, 5));
    String before = digest();
    edit(text ->
        text.replace(block(text, 1), "").replace(block(text, 2), "").replace(block(text, 4), ""));

    FiledIssue filed = save(items(1, 2, 3, 4, 5));

    assertThat(ids()).containsExactly("item3", "item5");
    assertThat(filed.notices()).singleElement().asString().startsWith("3 of 5 items left");
    assertThat(kinds()).contains("item1 vanished").noneMatch(kind -> kind.endsWith("deleted"));
    assertThat(reasons()).containsEntry("item1", Reason.BENCH);
    assertThat(versions()).contains(before);

    assertThat(save(items(1, 2, 3, 4, 5)).notices()).isEmpty();
    assertThat(kinds()).contains("item1 deleted", "item2 deleted", "item4 deleted");
    assertThat(reasons()).containsEntry("item1", Reason.REJECTED);
    assertThat(versions()).contains(before);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_kill_while_most_have_vanished_rejects_none_of_them_before_it_was_told(String step)
      throws IOException {
    save(items(1, 2, 3, 4, 5));
    edit(text -> text.replace("Summary 5.", "My words."));
    save(items(1, 2, 3, 4, 5));
    String before = digest();
    edit(text ->
        text.replace(block(text, 1), "").replace(block(text, 2), "").replace(block(text, 4), ""));
    killedAt(step, () -> save(items("New.", 1, 2, 3, 4, 5)));

    Filing next = filing();
    assertThat(complete(next)).as(step).anyMatch(line -> line.startsWith("3 of 5 items left"));
    FiledIssue filed = save(next, items("New.", 1, 2, 3, 4, 5));

    assertThat(filed.notices()).as(step).anyMatch(line -> line.startsWith("3 of 5 items left"));
    assertThat(reasons()).containsEntry("item1", Reason.BENCH);
    assertThat(kinds()).noneMatch(kind -> kind.endsWith("deleted"));
    assertThat(versions()).contains(before);
    complete();
    assertThat(save(items("New.", 1, 2, 3, 4, 5)).notices()).isEmpty();
    assertThat(reasons()).containsEntry("item1", Reason.REJECTED);
  }

  @Test
  void an_item_that_came_back_was_not_taken_out() throws IOException {
    save(items(1, 2));
    String whole = digest();
    edit(text -> text.replace(block(text, 1), ""));
    save(items(1, 2));
    Files.writeString(path(), whole);
    save(items("New.", 1, 2));
    assertThat(kinds()).contains("item1 deleted", "item1 returned");
    assertThat(store.edits().deleted()).isEmpty();

    edit(text -> text.replace(block(text, 1), ""));
    save(items(1, 2));
    assertThat(store.edits().deleted()).containsEntry(WEEK, Set.of("item1"));
    assertThat(restore(versions().indexOf(whole) + 1)).isInstanceOf(Restore.Outcome.Restored.class);
    assertThat(store.edits().deleted()).isEmpty();
  }

  @Test
  void two_of_our_items_that_lead_to_one_page_are_two() throws IOException {
    Issue issue = items(1, 2, 3);
    Issue.Item other = issue.items().get(1);
    String page = issue.items().getFirst().url();
    Issue one =
        issue.with(
            issue.sections().stream()
                .map(section ->
                    new Issue.Section(
                        section.id(),
                        section.title(),
                        section.items().stream()
                            .map(item -> item.equals(other) ? at(page, item) : item)
                            .toList()))
                .toList());
    save(one);
    edit(text -> text.replace("Summary 3.", "My words."));
    save(one);
    assertThat(digest()).contains("preheader: \"Title 2 · Title 3\"");
  }

  private static Issue.Item at(String page, Issue.Item item) {
    return Issue.Item.of(
        item.id(),
        new Issue.Report(
            item.title(), page, item.source(), item.date(), item.kind(), item.reportedBy()),
        item.summary(),
        item.why(),
        item.headline());
  }

  @Test
  void half_of_the_items_may_go_at_once() throws IOException {
    save(items(1, 2));
    edit(text -> text.replace(block(text, 1), ""));
    assertThat(save(items(1, 2)).notices()).isEmpty();
    assertThat(kinds()).contains("item1 deleted");
  }

  @Test
  void a_version_comes_back_with_what_it_was_edited_from_and_that_can_be_undone()
      throws IOException {
    save(items(1, 2));
    String first = digest();
    save(items(3, 4)); // nothing was touched: the ranking decides
    String second = digest();

    assertThat(restore(null)).isInstanceOf(Restore.Outcome.Restored.class);

    assertThat(digest()).isEqualTo(first);
    assertThat(new Renderings(store, files()).edits(WEEK)).isEmpty();
    assertThat(Files.readString(files().json(WEEK))).contains("item1").doesNotContain("item3");
    assertThat(restore(null)).isInstanceOf(Restore.Outcome.Restored.class);
    assertThat(digest()).isEqualTo(second);
    assertThat(new Renderings(store, files()).edits(WEEK)).isEmpty();
    assertThat(restore(1)).isInstanceOf(Restore.Outcome.Restored.class);
    assertThat(digest()).isEqualTo(first);
    assertThat(restore(1)).isInstanceOf(Restore.Outcome.Unchanged.class);
    assertThat(restore(99)).isInstanceOf(Restore.Outcome.NotKept.class);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_kill_in_a_restore_ends_before_or_after_it(String step) throws IOException {
    save(items(1, 2));
    edit(text -> text.replace("Summary 1.", "My words."));
    String first = digest();
    save(items("New.", 1, 2));
    killedAt(step, () -> restore(null));
    complete();
    assertThat(digest()).isEqualTo(first);
    assertThat(new Renderings(store, files()).edits(WEEK)).hasSize(1);
  }

  @Test
  void what_a_kill_kept_from_being_merged_can_be_restored_over_and_come_back() throws IOException {
    save(items(1, 2));
    save(items(1, 2, 3));
    String mine = digest();
    killedAt("json", () -> save(items(4, 5, 6)));
    assertThat(restore(1)).isInstanceOf(Restore.Outcome.Restored.class);
    assertThat(restore(null)).isInstanceOf(Restore.Outcome.Restored.class);
    assertThat(digest()).isEqualTo(mine);
    assertThat(new Renderings(store, files()).edits(WEEK)).isEmpty();
  }

  @Test
  void twenty_versions_are_kept_and_a_file_that_stays_as_it_is_makes_none() throws IOException {
    for (int i = 0; i < 25; i++) {
      save(items("Words " + i + ".", 1, 2));
    }
    assertThat(versions()).hasSize(IssueFiles.VERSIONS).last().asString().contains("Words 23.");
    Object time = Files.getLastModifiedTime(path());
    save(items("Words 24.", 1, 2));
    assertThat(Files.getLastModifiedTime(path())).isEqualTo(time);
    assertThat(versions()).hasSize(IssueFiles.VERSIONS).last().asString().contains("Words 23.");
  }

  @Test
  void a_digest_whose_replacing_was_cut_off_or_failed_is_still_read_and_stands_again()
      throws IOException {
    save(items(1, 2));
    edit(text -> text.replace("Summary 1.", "My words."));
    String mine = digest();
    killedAt("TAKEN", () -> save(items("New.", 1, 2)));
    assertThat(path()).doesNotExist();
    assertThat(files().readDigest(WEEK)).contains(mine);
    complete();
    String merged = digest();

    passed =
        step -> {
          if (step.equals("TAKEN")) {
            sneak(new IOException("Input/output error"));
          }
        };
    assertThatThrownBy(() -> save(items("Newer.", 1, 2))).hasMessageContaining("nothing was lost");

    assertThat(digest()).isEqualTo(merged).contains("My words.");
  }

  /** As a file system throws in the middle of it. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> void sneak(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void what_is_not_utf_8_stays_as_it_is_and_is_named() throws IOException {
    save(items(1, 2));
    byte[] utf16 = digest().getBytes(StandardCharsets.UTF_16);
    Files.write(path(), utf16);
    assertThatThrownBy(() -> save(items(1, 2))).hasMessageContaining("UTF-16");
    assertThat(Files.readAllBytes(path())).isEqualTo(utf16);
    byte[] latin = digestOf(items("Straße.", 1, 2)).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(path(), latin);
    assertThatThrownBy(this::complete).hasMessageContaining("not UTF-8");
    assertThat(Files.readAllBytes(path())).isEqualTo(latin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\uFEFF"})
  void line_ends_and_a_byte_order_mark_of_the_editor_stay(String what) throws IOException {
    save(items(1, 2, 3));
    edit(text -> what.equals("\r\n") ? text.replace("\n", what) : what + text);
    save(items("New.", 1, 2, 4));
    assertThat(ids()).containsExactly("item1", "item2", "item3");
    assertThat(digest()).contains("New. Summary 1.").contains(what);
    assertThat(digest().replace("\r\n", "").contains("\n")).isEqualTo(!what.equals("\r\n"));
  }

  @Test
  void a_link_in_the_digests_place_stays_one() throws IOException {
    save(items(1, 2));
    Path real = Files.move(path(), folder.resolve("elsewhere.md"));
    Files.createSymbolicLink(path(), real);
    edit(text -> text.replace("Summary 1.", "My words."));
    save(items("New.", 1, 2));
    assertThat(path()).isSymbolicLink();
    assertThat(Files.readString(real)).contains("My words.", "New. Summary 2.");
  }

  private FiledIssue save(Issue issue) {
    return save(filing(), issue);
  }

  private FiledIssue save(Filing filing, Issue issue) {
    Issues.Stored open = store.issues().open(WEEK, issue.window());
    return filing.save(open, new Proposal(issue, decisions(issue), told(issue)), NOW);
  }

  /** Every item ever known is harvested; what is not picked is on the bench. */
  private static List<Decision> decisions(Issue issue) {
    Set<String> picked = issue.items().stream().map(Issue.Item::id).collect(Collectors.toSet());
    Set<String> all = new TreeSet<>(picked);
    all.addAll(List.of("item1", "item2", "item3", "item4"));
    return all.stream()
        .map(id ->
            new Decision(id, picked.contains(id) ? Reason.PICKED : Reason.BENCH, "Why.", id, 1))
        .toList();
  }

  private static Function<List<Issue.Section>, Issue> told(Issue issue) {
    return shown ->
        issue.with(FrontPage.offline().opening(issue.title(), WEEK, shown, Map.of(), Voice.NONE));
  }

  private List<String> complete() {
    return complete(filing());
  }

  private List<String> complete(Filing filing) {
    Issues.Stored made = store.issues().find(WEEK).orElseThrow();
    Issue issue = FrozenIssue.of(made.json() == null ? "" : made.json());
    return filing.complete(
        made, shown -> shown.equals(issue.sections()) ? issue : told(issue).apply(shown), NOW);
  }

  private Restore.Outcome restore(@Nullable Integer number) {
    return new Restore(store, files()).restore(WEEK, number, NOW);
  }

  private Filing filing() {
    return new Filing(store, files());
  }

  private IssueFiles files() {
    return new IssueFiles(folder, step -> passed.accept(step));
  }

  private Path path() {
    return files().digest(WEEK);
  }

  private String digest() throws IOException {
    return Files.readString(path());
  }

  private void edit(Function<String, String> change) throws IOException {
    String before = digest();
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(path(), after);
  }

  private interface Act {
    void run() throws IOException;
  }

  private void once(String step, Act act) {
    passed =
        now -> {
          if (now.equals(step)) {
            passed = other -> {};
            try {
              act.run();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        };
  }

  /** The process ends there: what it would have done after that is not done. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private void killedAt(String step, Runnable work) {
    once(
        step,
        () -> {
          throw new Killed();
        });
    assertThatThrownBy(work::run).as(step).isInstanceOf(Killed.class);
  }

  private void forget() throws IOException {
    store.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    open();
  }

  /** All that a later run can see. */
  private Map<String, String> everything() throws IOException {
    Issues.Stored made = store.issues().find(WEEK).orElseThrow();
    return Map.of(
        "digest", digest(),
        "json", Files.readString(files().json(WEEK)),
        "stored", String.valueOf(made.json()),
        "base", String.valueOf(made.generated()),
        "written", String.valueOf(made.written()),
        "pending", String.valueOf(made.mergedFrom()),
        "decisions", store.ledger().decisions(WEEK).toString(),
        "edits", kinds().toString());
  }

  private Map<String, Reason> reasons() {
    return store.ledger().decisions(WEEK).stream()
        .collect(Collectors.toMap(Decision::entryId, Decision::reason));
  }

  /** What the editor did, as the state has it. */
  private Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    try (Connection state =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state/digest.db"));
        Statement statement = state.createStatement();
        ResultSet rows = statement.executeQuery("select item_id, kind from edit")) {
      while (rows.next()) {
        kinds.add(rows.getString(1) + " " + rows.getString(2));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return kinds;
  }

  private List<String> versions() throws IOException {
    List<String> texts = new ArrayList<>();
    for (KeptFile.Version version : files().versions(WEEK)) {
      texts.add(Files.readString(version.file()));
    }
    return texts;
  }

  private List<String> ids() throws IOException {
    return digest()
        .lines()
        .filter(line -> line.startsWith("<!-- item:"))
        .map(line -> line.replaceAll("<!-- item:(\\S+) .*", "$1"))
        .toList();
  }

  private static String block(String text, int number) {
    return Stream.of(text.split("(?m)(?=^<!-- item:|^## )"))
        .filter(part -> part.startsWith("<!-- item:item" + number + " "))
        .findFirst()
        .orElseThrow();
  }

  private static Issue items(int... numbers) {
    return items("Old.", numbers);
  }

  private static Issue items(String words, int... numbers) {
    return dev.mldigest.assemble.Issues.of(
        IntStream.of(numbers)
            .mapToObj(i ->
                dev.mldigest.assemble.Issues.item(
                    "item" + i, "Title " + i, words + " Summary " + i + "."))
            .toList());
  }

  private static String digestOf(Issue issue) {
    return new DigestMarkdown().render(issue);
  }
}
