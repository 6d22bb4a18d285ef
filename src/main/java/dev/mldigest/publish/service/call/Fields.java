package dev.mldigest.publish.service.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads what services answer. */
public final class Fields {
  private Fields() {}

  /** A text, or a number as text; empty where there is none. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber() ? value.asText() : "";
  }

  /** For a query or a path. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Of what a service says it has made. */
  public static Reply<String> id(JsonNode made, String title) {
    String id = text(made, "id");
    return id.isEmpty() ? unreadable(title) : Reply.got(id);
  }

  /** The answer is not one of the service's: whether anything was done is not known. */
  public static <T> Reply<T> unreadable(String title) {
    return new Reply.Trouble<>(
        Reply.Why.UNSURE, title + " answered something else than its interface says.");
  }
}
