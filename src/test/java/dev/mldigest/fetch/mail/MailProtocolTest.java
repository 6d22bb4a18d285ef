package dev.mldigest.fetch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailProtocolTest {
  private static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final String HEAD =
      """
      From: "The Weekly Plum" <news@letters.example>
      To: Ann Editor <ann.editor@house.example>
      Date: Fri, 27 Feb 2026 09:00:00 +0100
      """;

  @TempDir Path folder;

  private FetchOutcome fetch(Path path) {
    return fetch(path, SourceState.NEW);
  }

  private FetchOutcome fetch(Path path, SourceState state) {
    Source source =
        new Source("s", "S", SourceKind.NEWSLETTER, path.toUri(), "news", 1.0, List.of(), null);
    return new MailProtocol().fetch(source, state, WEEK);
  }

  private FetchOutcome.Fetched fetched(Path path) {
    return (FetchOutcome.Fetched) fetch(path);
  }

  private FeedEntry only(String mail, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("one.eml"), mail.getBytes(charset));
    return fetched(file).feed().entries().getFirst();
  }

  private static String mail(String id, String subject, String rest) {
    return HEAD + "Message-ID: <" + id + "@letters.example>\nSubject: " + subject + "\n" + rest;
  }

  private static String plain(String id, String text) {
    return mail(id, "Issue " + id, "\n" + text + "\n");
  }

  @Test
  void a_mail_is_an_entry_with_its_html_its_date_and_its_id() throws IOException {
    FeedEntry entry =
        only(
            mail(
                "12",
                "=?iso-8859-1?Q?Fwd:_Caf=E9_&_Plum?= =?utf-8?B?IOKAkyAxMg==?=",
                """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary="in ner"

                --in ner
                Content-Type: text/plain; charset=us-ascii

                Only words.
                --in ner
                Content-Type: text/html; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                <html><head><style>p {color: red}</style></head><body>
                <div style=3D"display:none">Preview of the week</div>
                <table><tr><td><p>Sent to ann.editor@house.example. A caf=E9 speaks <a
                href=3D"https://click.example/x?url=3Dhttps%3A%2F%2Farden.example%2Fplum">Wel=
                sh</a>.</p><img src=3D"https://count.example/1.gif"></td></tr></table>
                <a href=3D"https://letters.example/p/issue-12?token=3Dabc">View in browser</a>
                </body></html>
                --in ner--
                --outer
                Content-Type: text/html
                Content-Disposition: attachment; filename=bill.html

                <p>An attachment.</p>
                --outer--
                """),
            StandardCharsets.US_ASCII);
    assertThat(entry.guid()).isEqualTo("12@letters.example");
    assertThat(entry.title()).isEqualTo("Café & Plum – 12");
    assertThat(entry.authors()).containsExactly("The Weekly Plum");
    assertThat(entry.published()).isEqualTo("2026-02-27T08:00:00Z");
    assertThat(entry.link()).isEqualTo("https://letters.example/p/issue-12");
    assertThat(entry.content())
        .contains("A café speaks <a href=\"https://arden.example/plum\">Welsh</a>.")
        .doesNotContain("Only words", "attachment", "table", "count.example", "color", "Preview")
        .doesNotContain("ann.editor");
  }

  @Test
  void a_plain_mail_keeps_its_paragraphs_and_its_addresses_become_links() throws IOException {
    FeedEntry entry =
        only(
            mail(
                "1", "Überblick", "\nGrüße aus Wales, siehe https://arden.example/a.\n\nEnde <b>."),
            StandardCharsets.UTF_8);
    assertThat(entry.title()).isEqualTo("Überblick");
    assertThat(entry.content())
        .contains(
            "Grüße aus Wales, siehe"
                + " <a href=\"https://arden.example/a\">https://arden.example/a</a>.</p>")
        .contains("Ende &lt;b&gt;.");
    assertThat(entry.link()).isNull();
  }

  @Test
  void a_text_is_read_in_the_encoding_that_its_header_its_page_or_its_bytes_tell()
      throws IOException {
    String text = "新しい論文 Plum";
    String type = "Content-Type: text/plain; charset=";
    assertThat(
            only(mail("1", "S", type + "ISO-2022-JP\n\n" + text), Charset.forName("ISO-2022-JP")))
        .extracting(FeedEntry::content)
        .asString()
        .contains(text);
    assertThat(only(mail("1", "S", type + "no-such-name\n\n" + text), StandardCharsets.UTF_8))
        .extracting(FeedEntry::content)
        .asString()
        .contains(text);
    String page = "Content-Type: text/html\n\n<meta charset=iso-8859-15><p>10 € für Plum</p>";
    assertThat(only(mail("1", "S", page), Charset.forName("ISO-8859-15")))
        .extracting(FeedEntry::content)
        .asString()
        .contains("10 € für Plum");
  }

  @Test
  void a_page_of_the_readers_own_is_no_address_of_the_mail() throws IOException {
    FeedEntry entry =
        only(
            mail(
                "1",
                "S",
                "Content-Type: text/html\n\n<a href=\"https://link.mail.example/v1/c/"
                    + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ\">Read online</a>"),
            StandardCharsets.UTF_8);
    assertThat(entry.link()).isNull();
  }

  @Test
  void an_mbox_and_a_folder_hold_each_mail_once() throws IOException {
    String quoted = "First.\n\n>From the field: https://arden.example/a";
    Files.writeString(
        folder.resolve("letters.mbox"),
        "From MAILER Fri Feb 27 09:00:00 2026\n"
            + plain("1", quoted)
            + "\nFrom MAILER Fri Feb 27 09:00:00 2026\n"
            + plain("2", "Second."));
    Files.writeString(folder.resolve("2.eml"), plain("2", "Second."));
    Path maildir = Files.createDirectories(folder.resolve("in").resolve("cur"));
    Files.writeString(
        maildir.resolve("1772.M1P2.host:2,S".replace(':', '_')), plain("3", "Third."));
    Files.writeString(folder.resolve("notes.txt"), "No mail.");
    FetchOutcome.Fetched outcome = fetched(folder);
    assertThat(outcome.feed().entries())
        .extracting(FeedEntry::title)
        .containsExactlyInAnyOrder("Issue 1", "Issue 2", "Issue 3");
    assertThat(outcome.feed().entries())
        .anyMatch(entry -> String.valueOf(entry.content()).contains("From the field"))
        .noneMatch(entry -> String.valueOf(entry.content()).contains("&gt;From"));
    assertThat(outcome.feed().warnings()).isEmpty();
    assertThat(outcome.covered()).isEqualTo(WEEK);
    SourceState known = SourceState.holding(Validators.NONE, outcome.bodyHash());
    assertThat(fetch(folder, known)).isInstanceOf(FetchOutcome.NotModified.class);
  }

  @Test
  void what_cannot_be_read_is_said_in_one_sentence_and_costs_itself_only() throws IOException {
    Files.writeString(folder.resolve("good.eml"), plain("1", "Good."));
    Files.writeString(folder.resolve("bad.eml"), "This is a shopping list.\n");
    Files.writeString(folder.resolve("big.eml"), plain("2", "x".repeat(10_000_001)));
    Files.writeString(folder.resolve("deep.eml"), mail("3", "Deep", deep(500)));
    Files.writeString(
        folder.resolve("old.eml"), plain("4", "Old.").replace("27 Feb 2026", "27 Feb 2019"));
    Files.writeString(folder.resolve("date.eml"), plain("5", "D.").replace("27 Feb 2026", "soon"));
    FetchOutcome.Fetched outcome = fetched(folder);
    assertThat(outcome.feed().entries())
        .extracting(FeedEntry::title)
        .containsExactlyInAnyOrder("Issue 1", "Deep", "Issue 5");
    assertThat(outcome.feed().warnings())
        .hasSize(5)
        .contains("The file bad.eml is no mail: it has no sender, date or subject.")
        .contains("The file big.eml is larger than 10000000 bytes: passed over.")
        .contains("The file deep.eml could not be read to its end.")
        .contains("1 mail is older than eight weeks: passed over.");
    assertThat(outcome.feed().complete()).isFalse();
    assertThat(outcome.covered()).isNull();
  }

  private static String deep(int levels) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.append("\nAt the bottom.").toString();
  }

  @Test
  void a_file_that_is_not_there_is_said() {
    FetchOutcome outcome = fetch(folder.resolve("gone.mbox"));
    assertThat(outcome.word()).isEqualTo("no folder");
    assertThat(outcome.detail()).startsWith("There is no file and no folder ");
  }

  @Test
  void bytes_without_sense_end_in_sentences_and_never_in_a_defect() throws IOException {
    java.util.Random random = new java.util.Random(7);
    byte[] whole =
        mail("9", "=?x?Q?=?=", "Content-Type: multipart/mixed; boundary=\n\n--\n\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j < 12; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve(i + ".eml"), bytes);
    }
    FetchOutcome.Fetched outcome = fetched(folder);
    assertThat(outcome.feed().entries()).isNotEmpty();
  }
}
