package dev.mldigest.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.wire.Service;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a model reads and writes at once, where its service tells: what it was loaded
 * with rather than what it could be. Asking costs nothing and stands nowhere.
 */
public final class ContextSize {
  /** As lists of models have it: OpenRouter, Groq, vLLM, Mistral. */
  static final List<String> FIELDS =
      List.of("context_length", "context_window", "max_model_len", "max_context_length");

  /** Ollama shows the parameters that a model was made with as lines. */
  private static final Pattern NUM_CTX = Pattern.compile("(?m)^\\s*num_ctx\\s+(\\d{1,9})\\s*$");

  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LanguageModel model;
  private final Service service;
  private final OkHttpClient http;

  private ContextSize(LanguageModel model, Service service, OkHttpClient http) {
    this.model = model;
    this.service = service;
    this.http = http;
  }

  /** Empty where the service does not tell. */
  public static OptionalInt of(LanguageModel model, Route route) {
    OkHttpClient http = ProviderRoute.client(model, route);
    try {
      return new ContextSize(model, Service.of(model), http).size();
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private OptionalInt size() {
    return switch (model.provider()) {
      case OLLAMA -> ollama();
      case LLAMA_CPP ->
          number(get(root("/props")).at("/default_generation_settings"), List.of("n_ctx"));
      case LM_STUDIO ->
          number(own(get(root("/api/v0/models")).path("data")), List.of("loaded_context_length"));
      default -> {
        JsonNode root = get(service.address(service.start(), "/models"));
        yield number(own(root.isArray() ? root : root.path("data")), FIELDS);
      }
    };
  }

  /** What is loaded, else what the model was made with; its own greatest length is not used. */
  private OptionalInt ollama() {
    JsonNode loaded = own(get(root("/api/ps")).path("models"));
    OptionalInt size = number(loaded, List.of("context_length"));
    if (size.isPresent()) {
      return size;
    }
    String asked = MAPPER.createObjectNode().put("model", model.name()).toString();
    JsonNode shown = ask(root("/api/show"), RequestBody.create(asked, JSON));
    Matcher matcher = NUM_CTX.matcher(shown.path("parameters").asText());
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** Where no tag is asked for, Ollama means this one. */
  private JsonNode own(JsonNode list) {
    List<String> names = List.of(model.name(), model.name() + ":latest");
    for (JsonNode one : list) {
      for (String field : List.of("id", "model", "name")) {
        if (names.contains(one.path(field).asText())) {
          return one;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private static OptionalInt number(JsonNode node, List<String> fields) {
    return fields.stream()
        .map(node::path)
        .filter(value -> value.isInt() && value.asInt() > 0)
        .mapToInt(JsonNode::asInt)
        .findFirst();
  }

  /** Beside OpenAI's protocol, which begins at {@code /v1}, a server has its own. */
  private String root(String path) {
    URI base = Objects.requireNonNull(service.base());
    String before = base.getRawPath() == null ? "" : base.getRawPath();
    String front = before.replaceFirst("/v1/?$", "").replaceFirst("/$", "");
    return base.getScheme() + "://" + base.getRawAuthority() + front + path;
  }

  private JsonNode get(String address) {
    return ask(address, null);
  }

  /** Missing where nothing of use comes. */
  private JsonNode ask(String address, @Nullable RequestBody body) {
    Request.Builder request = new Request.Builder().url(address);
    request.method(body == null ? "GET" : "POST", body);
    ModelNames.headers(model, service)
        .forEach((name, values) -> request.header(name, values.getFirst()));
    try (Response response = http.newCall(request.build()).execute()) {
      BufferedSource source = response.body().source();
      boolean fits = response.isSuccessful() && !source.request(ModelNames.MOST_BYTES + 1);
      JsonNode read = fits ? MAPPER.readTree(source.readUtf8()) : null;
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException e) {
      return MissingNode.getInstance(); // a page, or nothing: the trial says what became of it
    }
  }
}
