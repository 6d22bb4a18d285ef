package dev.mldigest.publish.service.post;

import dev.mldigest.domain.Secret;
import dev.mldigest.publish.service.call.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The token that Ghost wants with every request (RFC 7519, HS256): made from a key of the form
 * {@code ID:SECRET}, whose second half is hexadecimal.
 */
public final class GhostToken {
  /** It takes none that is good for longer than five minutes. */
  private static final long SECONDS = 5 * 60;

  public static final String FORM =
      "Its key has not the form ID:SECRET of Ghost's Admin API key (Settings, Integrations).";

  private final Secret key;
  private final InstantSource clock;

  public GhostToken(Secret key, InstantSource clock) {
    if (!isKey(key)) {
      throw new IllegalArgumentException(FORM); // what would read it tells of what it read
    }
    this.key = key;
    this.clock = clock;
  }

  /** True if it has the form of an Admin API key. */
  public static boolean isKey(Secret key) {
    return key.value().matches("[0-9a-zA-Z]+:(?:[0-9a-fA-F]{2})+");
  }

  String fresh() {
    String[] parts = key.value().split(":", 2);
    long now = clock.instant().getEpochSecond();
    String signed =
        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + parts[0] + "\"}")
            + "."
            + encoded("{\"iat\":%d,\"exp\":%d,\"aud\":\"/admin/\"}".formatted(now, now + SECONDS));
    return signed
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Hmac.sha256(HexFormat.of().parseHex(parts[1]), signed));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
