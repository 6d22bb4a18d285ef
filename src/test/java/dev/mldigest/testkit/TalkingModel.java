package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * An OpenAI-compatible provider on loopback that reads what it is asked: a test says what it
 * answers to each kind of question. Summaries it never gives.
 */
public final class TalkingModel implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> judged = Collections.synchronizedList(new ArrayList<>());
  private final List<String> ranked = Collections.synchronizedList(new ArrayList<>());
  private volatile UnaryOperator<String> judge = question -> "{\"same\":\"no\",\"fact\":\"none\"}";
  private volatile UnaryOperator<String> ranker = question -> "{\"ranking\":[1]}";

  public TalkingModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The model block of feeds.yaml, with further keys of it. */
  public String model(String... keys) {
    StringBuilder yaml = new StringBuilder("model:\n  provider: openai\n  name: test-model\n");
    yaml.append("  deadline: 3s\n  base-url: http://127.0.0.1:");
    yaml.append(server.getAddress().getPort()).append("/v1\n");
    for (String key : keys) {
      yaml.append("  ").append(key).append('\n');
    }
    return yaml.toString();
  }

  /** What it answers when asked whether two reports are one story. */
  public void judging(UnaryOperator<String> answer) {
    judge = answer;
  }

  /** What it answers when asked for an order. */
  public void ranking(UnaryOperator<String> answer) {
    ranker = answer;
  }

  /** The questions on two reports, as they came. */
  public List<String> judged() {
    return List.copyOf(judged);
  }

  /** The questions on an order, as they came. */
  public List<String> ranked() {
    return List.copyOf(ranked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = MAPPER.readTree(exchange.getRequestBody());
      byte[] body = MAPPER.writeValueAsBytes(envelope(content(request)));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String content(JsonNode request) {
    String question = "";
    for (JsonNode message : request.path("messages")) {
      question = message.path("content").asText();
    }
    if (question.contains("Do they tell the same story?")) {
      judged.add(question);
      return judge.apply(question);
    }
    if (question.contains("Give the numbers of all candidates")) {
      ranked.add(question);
      return ranker.apply(question);
    }
    return "{}";
  }

  private static ObjectNode envelope(String content) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", "1")
        .put("object", "chat.completion")
        .put("created", 1)
        .put("model", "test-model");
    ObjectNode choice = node.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    node.putObject("usage")
        .put("prompt_tokens", 100)
        .put("completion_tokens", 10)
        .put("total_tokens", 110);
    return node;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
