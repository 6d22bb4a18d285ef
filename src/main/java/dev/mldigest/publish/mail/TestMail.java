package dev.mldigest.publish.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.mailer.MailerBuilder;
import org.simplejavamail.mailer.internal.MailerRegularBuilderImpl;

/**
 * Sends an issue to the editor's own address, to be looked at where readers will read it. One
 * recipient, once: a failure is told and nothing is tried again.
 */
public final class TestMail {
  private final SmtpServer server;
  private final MailAddresses addresses;
  private final @Nullable SSLSocketFactory trust;
  private final Duration longest;

  /**
   * @param trust null: the platform's authorities
   * @param longest wait for an answer of the server
   */
  public TestMail(
      SmtpServer server,
      MailAddresses addresses,
      @Nullable SSLSocketFactory trust,
      Duration longest) {
    this.server = server;
    this.addresses = addresses;
    this.trust = trust;
    this.longest = longest;
  }

  /** What became of the mail. */
  public sealed interface Outcome {
    /** The server took it. */
    record Sent(String to, String identifier) implements Outcome {}

    /**
     * @param sentence what went wrong and what to do
     * @param mayPass true where the same may succeed later
     */
    record Failed(String sentence, boolean mayPass) implements Outcome {}
  }

  public Outcome send(Letter letter) {
    String refusal = server.refusal();
    if (refusal != null) {
      return new Outcome.Failed(refusal, false);
    }
    Email email = Eml.email(letter, addresses);
    if (email.getRecipients().size() != 1) {
      throw new IllegalStateException("A test mail goes to one address.");
    }
    try {
      // In turn, without threads or connections of its own: there is nothing to close.
      mailer().sendMail(email, false).join();
      return new Outcome.Sent(addresses.to(), Eml.identifier(letter, addresses));
    } catch (MailException | CompletionException e) {
      return failed(e);
    }
  }

  private Mailer mailer() {
    MailerRegularBuilderImpl builder =
        MailerBuilder.withSMTPServer(server.host(), server.port())
            .withTransportStrategy(strategy())
            .withSessionTimeout((int) longest.toMillis())
            .verifyingServerIdentity(true);
    if (server.login().isPresent()) {
      SmtpServer.Login login = server.login().get();
      builder =
          builder
              .withSMTPServerUsername(login.user())
              .withSMTPServerPassword(login.password().value());
    }
    return trust == null
        ? builder.buildMailer()
        : builder.withCustomSSLFactoryInstance(trust).buildMailer();
  }

  private TransportStrategy strategy() {
    return switch (server.encryption()) {
      case starttls -> TransportStrategy.SMTP_TLS;
      case tls -> TransportStrategy.SMTPS;
      case none -> TransportStrategy.SMTP;
    };
  }

  private Outcome.Failed failed(Exception e) {
    String at = server.host() + ":" + server.port();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case AuthenticationFailedException refused -> {
          return new Outcome.Failed(
              at + " refused the user or the password" + words(refused) + ".", false);
        }
        case SendFailedException refused -> {
          return new Outcome.Failed(
              at + " did not take the mail to " + addresses.to() + words(refused) + ".", false);
        }
        case SSLException broken -> {
          return new Outcome.Failed(
              "The connection to " + at + " could not be made secure; check host, port and tls.",
              false);
        }
        case SocketTimeoutException slow -> {
          return new Outcome.Failed(
              at + " did not answer within " + longest.toSeconds() + " s.", true);
        }
        case UnknownHostException unknown -> {
          return new Outcome.Failed("There is no host '" + server.host() + "'.", false);
        }
        case ConnectException closed -> {
          return new Outcome.Failed("Nobody answers at " + at + ": check host and port.", true);
        }
        default -> {
          continue;
        }
      }
    }
    return new Outcome.Failed("The mail could not be given to " + at + last(e) + ".", false);
  }

  /** The innermost mail error says what the server answered. */
  private static String last(Throwable e) {
    MessagingException last = null;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      last = cause instanceof MessagingException mail ? mail : last;
    }
    return last == null ? "" : words(last);
  }

  private static String words(MessagingException e) {
    String said = HeaderText.shown(String.valueOf(e.getMessage()));
    return said.isEmpty()
        ? ""
        : ": " + (said.length() <= 200 ? said : said.substring(0, 200) + "…");
  }
}
