package dev.mldigest.publish.mail;

import dev.mldigest.domain.Secret;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes test mails.
 *
 * @param login without one, the server is asked to take mail from anyone it trusts
 */
public record SmtpServer(String host, int port, Encryption encryption, Optional<Login> login) {
  /** How the connection is kept secret; each but the last is demanded, never merely tried. */
  public enum Encryption {
    /** Asked for within the conversation (RFC 3207), on port 587. */
    starttls,
    /** From the first byte (RFC 8314), on port 465. */
    tls,
    /** For a relay on this machine. */
    none
  }

  /** Where no port is given. */
  public static int port(Encryption encryption) {
    return switch (encryption) {
      case starttls -> 587;
      case tls -> 465;
      case none -> 25;
    };
  }

  public record Login(String user, Secret password) {}

  /** A sentence where a password would go over the wire for everyone to read, or null. */
  @Nullable String refusal() {
    return encryption == Encryption.none && login.isPresent() && !isHere()
        ? "No password is sent to " + host + " in the clear: set tls to 'starttls' or 'tls'."
        : null;
  }

  private boolean isHere() {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false; // a name, and whose it is the network says
    }
  }
}
