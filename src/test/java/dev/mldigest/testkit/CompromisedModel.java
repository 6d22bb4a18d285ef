package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OpenAI-compatible provider on loopback that somebody has taken over. It fills whatever schema
 * it is asked for: honestly where the prompt does not hold the marked title, else with payloads, in
 * every string field or in those its {@link Way} names. Numbered sentences of the prompt are its
 * only honest knowledge.
 */
public final class CompromisedModel implements AutoCloseable {
  /** How it abuses its answer. */
  public enum Way {
    /** Nothing is wrong with it. */
    HONEST,
    /** Every text is the payload, choices too. */
    EVERYWHERE,
    /** The payload as a sentence, with a true quotation. */
    AS_A_CLAIM,
    /** A true sentence, then the payload. */
    APPENDED,
    /** A true sentence behind the payload. */
    PREPENDED,
    /** A true sentence that rests on the payload. */
    AS_A_QUOTE,
    /** Sentences that do not exist. */
    WRONG_SENTENCES
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern NUMBERED = Pattern.compile("(?m)^\\[(\\d+)] (.+)$");

  private final HttpServer server;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile List<String> payloads = List.of();
  private volatile List<Way> ways = List.of(Way.HONEST);
  private volatile String victim = "";

  private record Line(int number, String text) {}

  public CompromisedModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  /**
   * Answers so from now on.
   *
   * @param victim only prompts that hold this are answered with payloads; empty for all
   */
  public void abuse(List<Way> ways, List<String> payloads, String victim) {
    this.ways = List.copyOf(ways);
    this.payloads = List.copyOf(payloads);
    this.victim = victim;
    next.set(0);
    calls.set(0);
  }

  /** Calls since it was told how to answer. */
  public int calls() {
    return calls.get();
  }

  /** Payloads that stood in an answer since then. */
  public int planted() {
    return next.get();
  }

  /** The model block of feeds.yaml. */
  public String configuration() {
    return """
    model:
      provider: openai
      base-url: http://127.0.0.1:%d/v1
      name: test-model
      deadline: 5s
      max-tokens-per-issue: 10000000
    """
        .formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = MAPPER.readTree(exchange.getRequestBody());
      calls.incrementAndGet();
      StringBuilder prompt = new StringBuilder();
      request.path("messages").forEach(m -> prompt.append(m.path("content").asText()).append('\n'));
      JsonNode schema = request.path("response_format").path("json_schema").path("schema");
      List<Line> lines = lines(prompt.toString());
      boolean honest = !prompt.toString().contains(victim);
      byte[] body = envelope(fill(schema, "", lines, 0, honest).toString());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static List<Line> lines(String prompt) {
    List<Line> lines = new ArrayList<>();
    Matcher matcher = NUMBERED.matcher(prompt);
    while (matcher.find()) {
      lines.add(new Line(Integer.parseInt(matcher.group(1)), matcher.group(2)));
    }
    if (prompt.contains("=== wish")) {
      int more = prompt.split("once more", -1).length - 1;
      Collections.rotate(lines, -2 - more); // another summary, as the editor wished
    }
    return lines.isEmpty() ? List.of(new Line(1, "nothing")) : lines;
  }

  private static byte[] envelope(String content) {
    ObjectNode envelope = MAPPER.createObjectNode().put("id", "x").put("object", "chat.completion");
    envelope
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", "stop")
        .putObject("message")
        .put("role", "assistant")
        .put("content", content);
    envelope.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20);
    return envelope.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param place of the value in its list: each entry rests on another sentence
   */
  private JsonNode fill(JsonNode schema, String name, List<Line> lines, int place, boolean honest) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Line line = lines.get(place % lines.size());
    Way way = honest ? Way.HONEST : ways.get(next.get() % ways.size());
    return switch (schema.path("type").asText()) {
      case "object" -> {
        ObjectNode object = nodes.objectNode();
        for (var property : schema.path("properties").properties()) {
          object.set(
              property.getKey(),
              fill(property.getValue(), property.getKey(), lines, place, honest));
        }
        yield object;
      }
      case "array" -> {
        ArrayNode array = nodes.arrayNode();
        boolean numbers = schema.path("items").path("type").asText().equals("integer");
        int size = numbers ? 1 : schema.path("maxItems").asInt(schema.path("minItems").asInt(1));
        for (int i = 0; i < Math.max(1, size); i++) {
          array.add(fill(schema.path("items"), name, lines, numbers ? place : i, honest));
        }
        yield array;
      }
      case "integer", "number" ->
          nodes.numberNode(way == Way.WRONG_SENTENCES ? 9_999 : line.number());
      case "boolean" -> nodes.booleanNode(true);
      default -> nodes.textNode(text(schema, name, line, way));
    };
  }

  private String text(JsonNode schema, String name, Line line, Way way) {
    boolean choice = schema.has("enum");
    boolean quote = name.equals("quote");
    String honest = choice ? schema.path("enum").path(0).asText() : line.text();
    return switch (way) {
      case HONEST, WRONG_SENTENCES -> honest;
      case EVERYWHERE -> payload();
      case AS_A_CLAIM -> choice || quote ? honest : payload();
      case APPENDED -> choice || quote ? honest : honest + " " + payload();
      case PREPENDED -> choice || quote ? honest : payload() + " " + honest;
      case AS_A_QUOTE -> quote ? payload() : honest;
    };
  }

  private String payload() {
    return payloads.get(next.getAndIncrement() % payloads.size());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
