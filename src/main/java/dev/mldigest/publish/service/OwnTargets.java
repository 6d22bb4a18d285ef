package dev.mldigest.publish.service;

import dev.mldigest.domain.settings.Network;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.net.Transport;
import dev.mldigest.publish.Target;
import dev.mldigest.publish.mail.EmlFolder;
import dev.mldigest.publish.mail.MailAddresses;
import dev.mldigest.publish.mail.SmtpServer;
import dev.mldigest.publish.mail.TestMail;
import dev.mldigest.publish.mail.TestMailTarget;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.text.Sender;
import dev.mldigest.publish.site.SiteFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Targets that are the editor's own: a mail box and folders. */
record OwnTargets(Network network, InstantSource clock) {
  Target target(PublishTarget settings) {
    return switch (settings.kind()) {
      case MAIL -> mail(settings);
      case EML -> new EmlFolder(folder(settings), addresses(settings), clock);
      case SITE ->
          new SiteFolder(
              settings.name(), folder(settings), !settings.option("draft").equals("false"), clock);
      case BUTTONDOWN,
          LISTMONK,
          GHOST,
          KIT,
          WEBHOOK,
          MAILCHIMP,
          BEEHIIV,
          MAILERLITE,
          BREVO,
          RESEND,
          WORDPRESS ->
          throw new IllegalArgumentException(settings.kind() + " is a service.");
    };
  }

  private Target mail(PublishTarget settings) {
    MailAddresses addresses = addresses(settings);
    SmtpServer server = server(settings);
    return new TestMailTarget(
        new TestMail(
            server,
            addresses,
            Transport.SYSTEM.believing(network.authorities()).sockets(),
            JsonHttp.DEADLINE),
        server,
        addresses,
        clock);
  }

  private static MailAddresses addresses(PublishTarget settings) {
    Sender sender = Sender.of(settings.option("from"));
    String unsubscribe = settings.option("unsubscribe");
    return new MailAddresses(
        sender.address(),
        sender.name().equals(sender.address()) ? "" : sender.name(),
        settings.option("to"),
        unsubscribe.isEmpty() ? null : unsubscribe);
  }

  private static SmtpServer server(PublishTarget settings) {
    String tls = settings.option("tls");
    SmtpServer.Encryption encryption =
        tls.isEmpty() ? SmtpServer.Encryption.starttls : SmtpServer.Encryption.valueOf(tls);
    String port = settings.option("port");
    String user = settings.option("user");
    return new SmtpServer(
        settings.option("host"),
        port.isEmpty() ? SmtpServer.port(encryption) : Integer.parseInt(port),
        encryption,
        user.isEmpty() || settings.key().secret() == null
            ? Optional.empty()
            : Optional.of(new SmtpServer.Login(user, settings.key().secret())));
  }

  private static Path folder(PublishTarget settings) {
    return Path.of(settings.option("folder"));
  }
}
