package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.fault.Told;
import dev.mldigest.model.wire.Service;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** The models that a service says it has. Asking for them costs nothing and stands nowhere. */
public final class ModelNames {
  /** The list of a service that sells some hundred models is a tenth of it. */
  static final long MOST_BYTES = 4 << 20;

  /** The oldest version that has a list; newer ones give the same. */
  private static final String ANTHROPIC_VERSION = "2023-06-01";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ModelNames() {}

  /** What came of asking. */
  public sealed interface Listed {
    /**
     * @param names as the service gives them, each with its context's length where that is told
     */
    record Names(List<String> names) implements Listed {}

    /** One sentence on why there is no list. */
    record None(String reason) implements Listed {}
  }

  /**
   * @param settings of a digest with a model
   */
  public static Listed of(LanguageModel settings, Route route, Instant now) {
    Service service = Service.of(settings);
    OkHttpClient http = ProviderRoute.client(settings, route);
    try (Response response = http.newCall(request(settings, service)).execute()) {
      BufferedSource source = response.body().source();
      if (source.request(MOST_BYTES + 1)) {
        return new Listed.None("The list of models is too long to be one.");
      }
      return read(
          response,
          source.readUtf8(),
          new FaultWords(settings, Objects.requireNonNull(service.base())),
          now);
    } catch (IOException e) {
      return new Listed.None("The connection to the model provider failed.");
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private static Request request(LanguageModel settings, Service service) {
    Request.Builder request =
        new Request.Builder().url(service.address(service.start(), "/models")).get();
    headers(settings, service).forEach((name, values) -> request.header(name, values.getFirst()));
    return request.build();
  }

  /** Those of a request that asks no model. */
  static Map<String, List<String>> headers(LanguageModel settings, Service service) {
    Map<String, List<String>> usual = new TreeMap<>();
    Secret key = settings.apiKey();
    if (service.protocol() == Service.Protocol.ANTHROPIC) {
      usual.put("anthropic-version", List.of(ANTHROPIC_VERSION));
      usual.put("x-api-key", List.of(key == null ? "none" : key.value()));
    } else if (key != null) {
      usual.put("Authorization", List.of("Bearer " + key.value()));
    }
    return service.headers(usual);
  }

  private static Listed read(Response response, String body, FaultWords words, Instant now) {
    if (!response.isSuccessful()) {
      Told told = Told.of(response.code(), body, now);
      return new Listed.None(words.of(told, response.code(), response.header("location"), now));
    }
    try {
      JsonNode root = MAPPER.readTree(body);
      JsonNode list = root.isArray() ? root : root.path("data");
      List<String> names = new ArrayList<>();
      list.forEach(model -> names.add(name(model)));
      return list.isArray()
          ? new Listed.Names(names.stream().filter(name -> !name.isBlank()).sorted().toList())
          : new Listed.None("The service answers, but gives no list of models.");
    } catch (JsonProcessingException e) {
      return new Listed.None("The service answers, but gives no list of models.");
    }
  }

  private static String name(JsonNode model) {
    for (String field : ContextSize.FIELDS) {
      if (model.path(field).isInt()) {
        return model.path("id").asText() + "  (context " + model.path(field).asInt() + ")";
      }
    }
    return model.path("id").asText();
  }
}
