package dev.mldigest.publish.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Week;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmlTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T06:30:00Z");
  private static final MailAddresses ADDRESSES = addresses("https://example.org/leave?u={{id}}");

  private static MailAddresses addresses(@Nullable String unsubscribe) {
    return new MailAddresses("digest@example.org", "ML Wöchentlich", "me@example.org", unsubscribe);
  }

  private static Letter letter(String subject) {
    return new Letter(
        new Week(2026, 47),
        subject,
        "<p>Größe 😀 <img src=\"https://example.org/a.png\" alt=\"\"></p>\n" + "x".repeat(2_000),
        "Größe 😀\n\n.\nFrom here\ntrailing  \n" + "y".repeat(2_000) + "\n",
        "0123456789abcdef0123456789abcdef",
        MONDAY);
  }

  private static MimeMessage read(String eml) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(eml.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_mail_has_the_text_and_the_html_as_its_alternative() throws Exception {
    MimeMessage mail = read(Eml.of(letter("Größe zählt 😀"), ADDRESSES));
    assertThat(mail.getSubject()).isEqualTo("Größe zählt 😀");
    assertThat(mail.getFrom()[0].toString()).contains("<digest@example.org>");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSentDate().toInstant()).isEqualTo(MONDAY);
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
        .isEqualTo(letter("").text());
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(String.valueOf(parts.getBodyPart(1).getContent()).replace("\r\n", "\n"))
        .isEqualTo(letter("").html());
  }

  @Test
  void readers_leave_by_one_click_where_the_settings_name_an_address_that_takes_it()
      throws Exception {
    MimeMessage mail = read(Eml.of(letter("x"), ADDRESSES));
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<https://example.org/leave?u={{id}}>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    MimeMessage byMail = read(Eml.of(letter("x"), addresses("mailto:leave@example.org")));
    assertThat(byMail.getHeader("List-Unsubscribe")).containsExactly("<mailto:leave@example.org>");
    assertThat(byMail.getHeader("List-Unsubscribe-Post")).isNull();
    MimeMessage without = read(Eml.of(letter("x"), addresses(null)));
    assertThat(without.getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void the_same_content_is_the_same_message_to_the_byte() throws Exception {
    String once = Eml.of(letter("x"), ADDRESSES);
    assertThat(Eml.of(letter("x"), ADDRESSES)).isEqualTo(once);
    assertThat(read(once).getMessageID())
        .isEqualTo("<2026-W47.0123456789abcdef01234567@example.org>");
  }

  @Test
  void a_mail_is_seven_bits_in_lines_that_no_server_breaks() {
    String eml = Eml.of(letter("Größe zählt 😀 ".repeat(40)), ADDRESSES);
    assertThat(eml.chars())
        .allMatch(c -> c < 128 && (c >= 32 || c == '\r' || c == '\n' || c == '\t'));
    assertThat(eml.split("\r\n", -1)).allMatch(line -> line.length() <= 78 && !line.contains("\r"));
    assertThat(eml.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void a_subject_of_another_hand_stays_one_header_and_is_read_as_it_was_written() throws Exception {
    for (String hostile :
        new String[] {
          "Hi\r\nBcc: everyone@example.org",
          "Hi\nBcc: everyone@example.org",
          "Hi\r\n\r\n<script>alert(1)</script>",
          "Hi\u2028Bcc: everyone@example.org",
          "Hi\u0085Bcc: everyone@example.org",
          "=?utf-8?Q?Bcc=3A_everyone=40example.org?=",
          "=?utf-8?B?QmNjOg==?= =?utf-8?B?QmNjOg==?=",
          "a=?b",
          "invoice\u202Egpj.exe",
          "half \uD83D a pair",
          "x".repeat(3_000),
          ""
        }) {
      String eml = Eml.of(letter(hostile), ADDRESSES);
      MimeMessage mail = read(eml);
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(String.valueOf(mail.getSubject())).isEqualTo(HeaderText.shown(hostile));
      assertThat(Eml.of(letter(hostile), ADDRESSES)).isEqualTo(eml);
    }
  }

  @Test
  void ten_thousand_subjects_come_out_as_readers_are_to_see_them() throws Exception {
    String[] pieces = {
      "=?",
      "?=",
      "UTF-8?B?",
      "?Q?",
      "\r",
      "\n",
      " ",
      "  ",
      "\t",
      "ä",
      "😀",
      "\uD800",
      "\u202E",
      ":",
      ",",
      ";",
      "<",
      ">",
      "@",
      "\"",
      "\\",
      "Bcc:",
      "日本語",
      "x".repeat(60),
      "\u0000",
      "=20",
      "_",
      "e\u0301"
    };
    long seed = 20_261_116;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder subject = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        subject.append(pieces[random.nextInt(pieces.length)]);
      }
      String encoded = HeaderText.encoded(subject.toString());
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
      mail.setSubject(encoded, "UTF-8");
      assertThat(mail.getSubject())
          .as("seed %d, text %d", seed, i)
          .isEqualTo(HeaderText.shown(subject.toString()));
      assertThat(encoded.chars()).allMatch(c -> c >= 32 && c < 127);
    }
  }
}
