package dev.mldigest.publish.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads what services answer. */
final class Fields {
  private Fields() {}

  /** A text, or a number as text; empty where there is none. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber() ? value.asText() : "";
  }

  /** For a query or a path. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The answer is not one of the service's: whether anything was done is not known. */
  static <T> Reply<T> unreadable(String title) {
    return new Reply.Trouble<>(
        Reply.Why.UNSURE, title + " answered something else than its interface says.");
  }
}
