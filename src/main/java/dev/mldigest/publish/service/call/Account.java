package dev.mldigest.publish.service.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Secret;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The editor's account at a service: where it is, and what each call bears.
 *
 * @param headers may be shown
 * @param secrets of one call; made anew for each, where they are good for minutes only
 */
public record Account(
    JsonHttp http, Map<String, String> headers, Supplier<Map<String, Secret>> secrets) {
  public Account {
    headers = Map.copyOf(headers);
  }

  /** One whose calls bear a secret alone. */
  public static Account of(JsonHttp http, String header, Secret secret) {
    return of(http, Map.of(), header, secret);
  }

  public static Account of(
      JsonHttp http, Map<String, String> headers, String header, Secret secret) {
    Map<String, Secret> secrets = Map.of(header, secret);
    return new Account(http, headers, () -> secrets);
  }

  /** A request, to be shown or sent; without a body where that is null. */
  public ServiceCall call(String method, String path, @Nullable ObjectNode body) {
    return new ServiceCall(
        method, http.at(path), headers, secrets.get(), body == null ? null : Json.text(body));
  }

  public Reply<JsonHttp.Answer> send(ServiceCall call) {
    return http.send(call);
  }

  /**
   * @param again is called before it is sent once more, after a wait that the service asked for
   */
  public Reply<JsonHttp.Answer> send(ServiceCall call, Runnable again) {
    return http.send(call, Set.of(), again);
  }

  public Reply<JsonHttp.Answer> get(String path) {
    return get(path, Set.of());
  }

  /**
   * @param telling statuses other than those of success whose body is an answer, too
   */
  public Reply<JsonHttp.Answer> get(String path, Set<Integer> telling) {
    return http.send(call("GET", path, null), telling);
  }

  /** A change of what has that id; its answer says nothing more. */
  public Reply<String> change(String id, String method, String path, @Nullable ObjectNode body) {
    return http.send(call(method, path, body)).then(answer -> Reply.got(id));
  }
}
