package dev.mldigest.extract.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * A text as editors keep it, a list of blocks with their words in members of objects: ProseMirror,
 * Slate, Draft.js, Portable Text, Editor.js, Contentful.
 */
final class BlocksOfEditor {
  /** Blocks of the shortest list that is a text. */
  private static final int FEWEST = 2;

  /** Levels below a block down to its words. */
  private static final int DEEPEST = 12;

  /** Members that hold words. */
  private static final List<String> WORDS = List.of("text", "value", "insert");

  /** Members that hold more of a block. */
  private static final List<String> PARTS =
      List.of("children", "content", "spans", "nodes", "data");

  /** Members that say what a block is. */
  private static final List<String> KINDS =
      List.of("type", "style", "nodeType", "_type", "tag", "blockType", "kind", "object");

  private BlocksOfEditor() {}

  static boolean are(JsonNode list) {
    int blocks = 0;
    for (JsonNode block : list) {
      if (!block.isObject() || kind(block).isEmpty()) {
        return false;
      }
      blocks += words(block).isBlank() ? 0 : 1;
    }
    return blocks >= FEWEST;
  }

  static String html(JsonNode list) {
    StringBuilder html = new StringBuilder();
    for (JsonNode block : list) {
      String tag = tag(kind(block));
      html.append('<').append(tag).append('>').append(Html.escaped(words(block)));
      html.append("</").append(tag).append('>');
    }
    return html.toString();
  }

  private static String kind(JsonNode block) {
    StringBuilder kind = new StringBuilder();
    for (String name : KINDS) {
      String value = block.path(name).asText();
      kind.append(value.isEmpty() ? "" : ' ' + value.toLowerCase(Locale.ROOT));
    }
    return kind.toString();
  }

  private static String tag(String kind) {
    return kind.contains("head") || kind.matches(".* h[1-6]\\b.*")
        ? "h2"
        : kind.contains("code") ? "pre" : kind.contains("quote") ? "blockquote" : "p";
  }

  private static String words(JsonNode block) {
    StringBuilder words = new StringBuilder();
    add(block, words, 0);
    return words.toString();
  }

  private static void add(JsonNode node, StringBuilder words, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> add(child, words, depth + 1));
      return;
    }
    for (String name : WORDS) {
      if (node.path(name).isTextual()) {
        words.append(node.path(name).asText());
        return;
      }
    }
    PARTS.forEach(name -> add(node.path(name), words, depth + 1));
  }
}
