package dev.mldigest.publish.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Week;
import dev.mldigest.fetch.Certificates;
import dev.mldigest.publish.mail.SmtpServer.Encryption;
import dev.mldigest.publish.mail.SmtpServer.Login;
import dev.mldigest.publish.mail.TestMail.Outcome;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMailTest {
  private static final String ME = "me@example.org";
  private static final Letter LETTER =
      new Letter(
          new Week(2026, 47),
          "Größe\r\nBcc: everyone@example.org",
          "<p>Größe</p>",
          "Größe\n.\n",
          "0123456789abcdef0123456789abcdef",
          Instant.parse("2026-11-16T06:30:00Z"));

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    server.start();
    server.setUser(ME, "editor", "right");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static Outcome send(int port, Encryption encryption, Optional<Login> login) {
    return new TestMail(
            new SmtpServer("127.0.0.1", port, encryption, login),
            new MailAddresses("digest@example.org", "ML Digest", ME, null),
            null,
            Duration.ofSeconds(5))
        .send(LETTER);
  }

  private int plain() {
    return server.getSmtp().getPort();
  }

  @Test
  void a_test_mail_reaches_the_editor_and_nobody_else() throws Exception {
    assertThat(send(plain(), Encryption.none, Optional.empty()))
        .isEqualTo(new Outcome.Sent(ME, "<2026-W47.0123456789abcdef01234567@example.org>"));
    MimeMessage[] arrived = server.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    assertThat(arrived[0].getAllRecipients()).hasSize(1);
    assertThat(arrived[0].getSubject()).isEqualTo("Größe  Bcc: everyone@example.org");
    assertThat(arrived[0].getContentType()).startsWith("multipart/alternative");
    assertThat(arrived[0].getMessageID())
        .isEqualTo("<2026-W47.0123456789abcdef01234567@example.org>");
  }

  @Test
  void a_user_signs_in() {
    assertThat(
            send(plain(), Encryption.none, Optional.of(new Login("editor", new Secret("right")))))
        .isInstanceOf(Outcome.Sent.class);
  }

  @Test
  void a_wrong_password_is_told_and_never_shown() {
    server.getManagers().getUserManager().setAuthRequired(true);
    assertThat(
            send(
                plain(),
                Encryption.none,
                Optional.of(new Login("editor", new Secret("wrong-one")))))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.sentence())
                  .contains("refused the user or the password")
                  .doesNotContain("wrong-one");
              assertThat(failed.mayPass()).isFalse();
            });
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_without_encryption_gets_nothing_where_encryption_is_demanded() {
    assertThat(send(plain(), Encryption.starttls, Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.sentence()).contains("STARTTLS"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  /** Speaks the beginning in the clear, then TLS, behind which the server above answers. */
  private ServerSocket securing(SSLContext context, String host) throws IOException {
    ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByName(host));
    Thread.ofVirtual()
        .start(() -> {
          try (Socket client = listener.accept();
              Socket behind = new Socket(InetAddress.getLoopbackAddress(), plain())) {
            OutputStream out = client.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            line(client.getInputStream()); // EHLO
            out.write("250-here\r\n250 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(line(client.getInputStream())).isEqualTo("STARTTLS");
            out.write("220 go\r\n".getBytes(StandardCharsets.US_ASCII));
            line(behind.getInputStream()); // its greeting
            SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(client, null, true);
            secure.setUseClientMode(false);
            Thread.ofVirtual().start(() -> pipe(secure, behind));
            behind.getInputStream().transferTo(secure.getOutputStream());
          } catch (IOException e) {
            // The client hung up, which is what the test looks at.
          }
        });
    return listener;
  }

  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // As above.
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Test
  void encryption_is_demanded_and_the_certificate_must_be_for_that_host(@TempDir Path folder)
      throws Exception {
    Certificates certificates = Certificates.make(folder);
    SSLContext believing = SSLContext.getInstance("TLS");
    believing.init(null, new TrustManager[] {certificates.trust()}, null);
    for (String shown : List.of("valid", "stranger")) {
      try (ServerSocket listener = securing(certificates.context(shown), "127.1.0.1")) {
        Outcome outcome =
            new TestMail(
                    new SmtpServer(
                        "127.1.0.1",
                        listener.getLocalPort(),
                        Encryption.starttls,
                        Optional.of(new Login("editor", new Secret("right")))),
                    new MailAddresses("digest@example.org", "", ME, null),
                    believing.getSocketFactory(),
                    Duration.ofSeconds(5))
                .send(LETTER);
        assertThat(outcome)
            .as(shown)
            .isInstanceOf(shown.equals("valid") ? Outcome.Sent.class : Outcome.Failed.class);
      }
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_certificate_of_a_stranger_is_not_believed() {
    assertThat(send(server.getSmtps().getPort(), Encryption.tls, Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.sentence()).contains("could not be made secure"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void no_password_crosses_the_network_in_the_clear() {
    for (String far :
        List.of("mail.example.org", "127.example.org", "127.0.0.1.example.org", "10.0.0.1")) {
      assertThat(unencrypted(far).refusal()).as(far).contains("in the clear");
    }
    for (String here : List.of("localhost", "127.0.0.1", "127.1.0.9", "::1")) {
      assertThat(unencrypted(here).refusal()).as(here).isNull();
    }
  }

  private static SmtpServer unencrypted(String host) {
    return new SmtpServer(host, 25, Encryption.none, Optional.of(new Login("e", new Secret("s"))));
  }

  @Test
  void nobody_there_is_told() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(send(port, Encryption.starttls, Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.sentence()).contains("Nobody answers at 127.0.0.1:" + port);
              assertThat(failed.mayPass()).isTrue();
            });
  }
}
