package dev.mldigest.pipeline.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees of the items of a made issue. */
class CardsTest {
  private static final Week WEEK = Week.parse(Internet.WEEK);

  @TempDir Path folder;
  private Internet internet;
  private Program program;
  private Store store;
  private Cards cards;
  private Desk desk;

  @BeforeEach
  void an_issue() throws IOException {
    internet = new Internet();
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
    IssueFiles files = new IssueFiles(program.output());
    store = Store.open(files.state());
    SettingsReading read = new SettingsReader().read(program.config(), Map.of());
    Settings settings = ((SettingsReading.Valid) read).settings();
    cards = new Cards(settings, store);
    desk = Desks.open(WEEK, store, files, () -> Internet.NOW, new ArrayList<>());
  }

  @AfterEach
  void close() {
    store.close();
    internet.close();
  }

  @Test
  void every_sentence_of_an_untouched_issue_has_its_quote_in_a_paragraph_of_its_source() {
    List<Card> all = cards.of(WEEK, desk.load());
    assertThat(all).isNotEmpty();
    for (Card card : all) {
      assertThat(card.edited()).isFalse();
      assertThat(card.sentences()).isNotEmpty().allMatch(sentence -> !sentence.byEditor());
      SourceText source = cards.source(WEEK, desk.load(), card.id()).orElseThrow();
      for (int i = 0; i < card.sentences().size(); i++) {
        int number = i;
        Card.Quote quote = card.sentences().get(i).evidence().getFirst();
        SourceText.Paragraph paragraph = source.paragraphs().get(quote.paragraph());
        assertThat(paragraph.text()).contains(quote.text());
        assertThat(paragraph.marks())
            .filteredOn(mark -> mark.sentence() == number)
            .extracting(mark -> paragraph.text().substring(mark.start(), mark.end()))
            .contains(quote.text());
      }
      assertThat(card.dates().published()).isNotNull();
      assertThat(card.dates().found()).isEqualTo(Internet.NOW);
      assertThat(card.dates().happened()).as("nowhere stated").isNull();
      assertThat(cards.why(WEEK, card.id()).orElseThrow().decision()).isEqualTo("picked");
    }
  }

  @Test
  void what_the_editor_writes_has_no_evidence_until_somebody_answers_for_it() {
    Card card = cards.of(WEEK, desk.load()).getFirst();
    String kept = card.sentences().getFirst().text();
    String own = "The authors sold 4,000 horses to NASA in Paris.";
    edit(card, kept + " " + own);
    Card edited = cards.of(WEEK, desk.load(), card.id()).orElseThrow();
    assertThat(edited.edited()).isTrue();
    assertThat(edited.sentences()).extracting(Card.Sentence::text).containsExactly(kept, own);
    assertThat(edited.open()).extracting(Card.Sentence::text).containsExactly(own);
    desk.append(new Act.Accept(card.id(), "I was there."), Desk.LATEST, "page");
    Card answered = cards.of(WEEK, desk.load(), card.id()).orElseThrow();
    assertThat(answered.open()).isEmpty();
    assertThat(answered.sentences().getLast().vouched()).isEqualTo("I was there.");
    edit(card, kept + " " + own + " They sold 70 cows to Google.");
    assertThat(cards.of(WEEK, desk.load(), card.id()).orElseThrow().open())
        .as("what came later")
        .extracting(Card.Sentence::text)
        .containsExactly("They sold 70 cows to Google.");
  }

  @Test
  void a_sentence_that_the_editor_shortens_keeps_its_evidence() {
    Card card = cards.of(WEEK, desk.load()).getFirst();
    String text = card.sentences().getFirst().text();
    String shorter = text.replaceFirst(" while .*", ".");
    assertThat(shorter).isNotEqualTo(text);
    edit(card, shorter);
    Card edited = cards.of(WEEK, desk.load(), card.id()).orElseThrow();
    assertThat(edited.sentences())
        .singleElement()
        .satisfies(sentence -> {
          assertThat(sentence.byEditor()).isTrue();
          assertThat(sentence.evidence()).isNotEmpty();
        });
  }

  @Test
  void a_block_of_the_editors_own_can_be_accepted_moved_and_taken_out() throws IOException {
    Path file = program.digest(Internet.WEEK);
    String digest = Files.readString(file);
    int first = digest.indexOf("<!-- item:");
    String block = "### [My own find](https://example.org/mine)\n\nIt is worth a look.\n\n";
    Files.writeString(file, digest.substring(0, first) + block + digest.substring(first));
    Card own = cards.of(WEEK, desk.load()).getFirst();
    assertThat(own.own()).isTrue();
    assertThat(own.open()).hasSize(1);
    desk.append(new Act.Accept(own.id(), "My words."), Desk.LATEST, "page");
    assertThat(cards.of(WEEK, desk.load()).getFirst().open()).isEmpty();
    desk.append(new Act.Reject(own.id(), ""), Desk.LATEST, "page");
    assertThat(Files.readString(file)).isEqualTo(digest);
  }

  @Test
  void an_item_was_seen_once_a_page_showed_it() {
    Card card = cards.of(WEEK, desk.load()).getFirst();
    assertThat(card.seen()).isFalse();
    desk.append(new Act.Seen(card.id()), Desk.LATEST, "page");
    assertThat(cards.of(WEEK, desk.load())).extracting(Card::seen).startsWith(true, false);
    assertThat(desk.load().undoable()).as("no step").isNull();
  }

  private void edit(Card card, String words) {
    desk.append(
        new Act.Edit(card.id(), "### [%s](%s)\n\n%s".formatted(card.title(), card.link(), words)),
        Desk.LATEST,
        "page");
  }
}
