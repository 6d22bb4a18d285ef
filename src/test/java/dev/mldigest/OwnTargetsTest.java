package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approved issue goes to the editor's own mail box and folders. */
class OwnTargetsTest {
  @TempDir Path folder;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Internet internet;
  private Program program;

  @BeforeEach
  void makeAnIssue() throws Exception {
    internet = new Internet();
    server.start();
    String publish =
        """
        publish:
          - { name: me, kind: mail, host: 127.0.0.1, port: %d, tls: none, from: "ML Digest <digest@example.org>", to: jo@example.org }
          - { name: mails, kind: eml, folder: mails, from: digest@example.org, to: jo@example.org, unsubscribe: "https://example.org/leave" }
          - { name: site, kind: site, folder: site/content }
        """
            .formatted(server.getSmtp().getPort());
    program = new Program(folder, internet.configuration("") + publish, Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
    Ended approved = program.onOutput("approve");
    assertThat(approved.code()).as(approved.err()).isZero();
  }

  @AfterEach
  void disconnect() {
    internet.close();
    server.stop();
  }

  private Ended publish(String to, String... more) {
    List<String> all = new ArrayList<>(List.of("--to", to));
    all.addAll(List.of(more));
    return Program.call(program.arguments("publish", all.toArray(String[]::new)));
  }

  @Test
  void a_test_mail_goes_to_the_editor_and_counts_as_no_publication() throws Exception {
    Ended shown = publish("me", "--dry-run");
    assertThat(shown.out()).contains("to jo@example.org alone", "Content-Type: text/html");
    assertThat(server.getReceivedMessages()).isEmpty();

    Ended sent = publish("me");
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.err()).contains("jo@example.org");
    MimeMessage[] arrived = server.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    assertThat(arrived[0].getAllRecipients()).hasSize(1);
    assertThat(arrived[0].getContentType()).startsWith("multipart/alternative");
  }

  @Test
  void a_check_up_asks_for_no_key_where_there_is_none() {
    Ended doctor = Program.call(program.arguments("doctor", "--offline"));
    assertThat(doctor.out()).contains("publish site").contains("a site's folder, without a key");
  }

  @Test
  void mails_and_pages_are_written_once() throws IOException {
    for (String name : List.of("mails", "site")) {
      Ended written = publish(name);
      assertThat(written.code()).as(written.err()).isZero();
      Ended again = publish(name);
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.err()).contains("already");
    }
    try (Stream<Path> mails = Files.list(folder.resolve("mails"))) {
      assertThat(mails).singleElement().asString().endsWith(".eml");
    }
    String page =
        Files.readString(
            folder.resolve("site/content/" + Internet.WEEK.toLowerCase(Locale.ROOT) + ".md"));
    assertThat(page).startsWith("---\ntitle: \"").contains("\ndraft: true\n", "\n# ");
    assertThat(page).doesNotContain("<!-- item:");
  }
}
