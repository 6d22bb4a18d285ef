package dev.mldigest.publish.service.call;

import dev.mldigest.domain.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a service.
 *
 * @param headers may be shown
 * @param secrets headers that are never shown, logged or quoted
 * @param body JSON, or null for none
 */
public record ServiceCall(
    String method,
    URI url,
    Map<String, String> headers,
    Map<String, Secret> secrets,
    @Nullable String body) {
  public ServiceCall {
    headers = new LinkedHashMap<>(headers);
    secrets = new LinkedHashMap<>(secrets);
  }

  /** The same with one more header that may be shown. */
  public ServiceCall with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ServiceCall(method, url, more, secrets, body);
  }

  /** True where it changes nothing at the service. */
  boolean isSafe() {
    return method.equals("GET");
  }

  /** As it goes over the wire, without the secrets. */
  public String shown() {
    StringBuilder text = new StringBuilder(method + " " + url + "\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\n"));
    secrets.forEach((name, value) -> text.append(name + ": " + value + "\n"));
    if (body != null) {
      text.append("Content-Type: application/json\n\n").append(body).append('\n');
    }
    return text.toString();
  }
}
