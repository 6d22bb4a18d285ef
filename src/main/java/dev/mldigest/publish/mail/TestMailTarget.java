package dev.mldigest.publish.mail;

import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.Target;
import java.time.InstantSource;

/**
 * The issue in the editor's own mail program, as often as it is asked for: each is the same message
 * by its identifier. It is no publication, and leaves no receipt.
 */
public final class TestMailTarget implements Target {
  private final TestMail mail;
  private final SmtpServer server;
  private final MailAddresses addresses;
  private final InstantSource clock;

  public TestMailTarget(
      TestMail mail, SmtpServer server, MailAddresses addresses, InstantSource clock) {
    this.mail = mail;
    this.server = server;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public PublishOutcome publish(Draft draft, Receipts receipts) {
    Letter letter = letter(draft, clock);
    String where = addresses.to() + " by way of " + server.host();
    return switch (mail.send(letter)) {
      case TestMail.Outcome.Sent sent ->
          new PublishOutcome.Published(where, Eml.of(letter, addresses).length());
      case TestMail.Outcome.Failed(String sentence, boolean mayPass) ->
          new PublishOutcome.Failed(where, sentence, mayPass);
    };
  }

  static Letter letter(Draft draft, InstantSource clock) {
    return new Letter(
        draft.week(),
        draft.subject(),
        draft.html(),
        draft.text(),
        draft.contentHash(),
        clock.instant());
  }

  @Override
  public String request(Draft draft) {
    return "SMTP %s:%d, encryption: %s, to %s alone\n\n%s"
        .formatted(
            server.host(),
            server.port(),
            server.encryption(),
            addresses.to(),
            Eml.of(letter(draft, clock), addresses).replace("\r\n", "\n"));
  }
}
