package dev.mldigest.publish.service.call;

import dev.mldigest.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a header {@code Authorization} holds. */
public final class Authorization {
  private Authorization() {}

  /** A user and a password, as HTTP has it (RFC 7617). */
  public static Secret basic(String user, Secret key) {
    byte[] both = (user + ":" + key.value()).getBytes(StandardCharsets.UTF_8);
    return new Secret("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** A key alone (RFC 6750). */
  public static Secret bearer(Secret key) {
    return new Secret("Bearer " + key.value());
  }
}
