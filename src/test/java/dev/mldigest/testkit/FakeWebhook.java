package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A receiver of Standard Webhooks: it checks the signature, and takes each id once. */
public final class FakeWebhook extends FakeService {
  private final Map<String, ObjectNode> taken = new LinkedHashMap<>();
  private final String key;

  public FakeWebhook(String key, long late) {
    super(late);
    this.key = key;
  }

  @Override
  public synchronized List<Kept> kept() {
    return taken.entrySet().stream()
        .map(one -> new Kept(one.getKey(), "draft", one.getValue()))
        .toList();
  }

  @Override
  public List<Kept> leaving() {
    return kept().stream()
        .filter(one -> !one.fields().path("status").asText().equals("draft"))
        .toList();
  }

  @Override
  public Map<String, String> rendered(Kept kept) {
    return Map.of("markdown", kept.fields().path("markdown").asText());
  }

  @Override
  protected @Nullable Answer unauthorized(Request request) {
    String signed =
        request.header("webhook-id")
            + "."
            + request.header("webhook-timestamp")
            + "."
            + request.text();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String right =
          "v1,"
              + Base64.getEncoder()
                  .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      return request.header("webhook-signature").equals(right)
          ? null
          : refused(401, "", "The signature is wrong.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected JsonNode error(String code, String sentence) {
    return MAPPER.createObjectNode().put("error", sentence);
  }

  @Override
  protected Answer answer(Request request) {
    taken.putIfAbsent(request.header("webhook-id"), (ObjectNode) request.body());
    return new Answer(204, com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }
}
