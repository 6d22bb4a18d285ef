package dev.mldigest.extract.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.extract.page.LenientJson;
import dev.mldigest.text.WordList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself in JSON-LD (schema.org): the node that describes the article, if there
 * is one. Broken scripts are passed over.
 */
public final class JsonLd {
  /** Of 695 pages one has more, 31; the article is told of in one of the first. */
  private static final int MOST_SCRIPTS = 20;

  /** The most of 695 pages are 142; this bounds what a hostile page costs. */
  private static final int MOST_NODES = 20_000;

  private static final Set<String> ARTICLES = WordList.read("/extract/schema-types.txt").set();

  private final @Nullable JsonNode article;
  private final String type;

  private JsonLd(@Nullable JsonNode article, String type) {
    this.article = article;
    this.type = type;
  }

  static JsonLd of(List<Element> all) {
    JsonNode found = null;
    String foundType = "";
    int scripts = 0;
    for (Element script : all) {
      if (!script.attr("type").trim().equalsIgnoreCase("application/ld+json")
          || ++scripts > MOST_SCRIPTS) {
        continue;
      }
      for (JsonNode node : nodes(script.data())) {
        String type = articleType(node);
        boolean media = type.equals("VideoObject") || type.equals("PodcastEpisode");
        boolean better = found == null || (foundType.equals("VideoObject") && !media);
        if (!type.isEmpty() && better) {
          found = node;
          foundType = type;
        }
      }
    }
    return new JsonLd(found, foundType);
  }

  /** All objects of one script, outermost first. */
  private static List<JsonNode> nodes(String json) {
    List<JsonNode> objects = new ArrayList<>();
    if (json.length() > LenientJson.LONGEST || json.isBlank()) {
      return objects;
    }
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(LenientJson.read(json));
    while (!open.isEmpty() && objects.size() < MOST_NODES) {
      JsonNode node = open.poll();
      if (node.isObject()) {
        objects.add(node);
      }
      node.forEach(child -> {
        if (child.isContainerNode()) {
          open.add(child);
        }
      });
    }
    return objects;
  }

  private static String articleType(JsonNode node) {
    JsonNode type = node.path("@type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (ARTICLES.contains(one.asText())) {
          return one.asText();
        }
      }
      return "";
    }
    return ARTICLES.contains(type.asText()) ? type.asText() : "";
  }

  /** Its type as schema.org names it; empty if no node describes an article. */
  public String type() {
    return type;
  }

  public String text(String field) {
    return article == null ? "" : LenientJson.text(article.path(field));
  }

  /** A name as schema.org allows it: a string, an object with a name, or a list of either. */
  String names(String field) {
    if (article == null) {
      return "";
    }
    JsonNode node = article.path(field);
    List<String> names = new ArrayList<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      String name = LenientJson.text(one.isObject() ? one.path("name") : one);
      if (!name.isEmpty() && names.size() < 20 && !names.contains(name)) {
        names.add(name);
      }
    }
    return String.join(", ", names);
  }

  /** Pictures as schema.org allows them: an address, an object with one, or a list of either. */
  List<LeadImage> images() {
    List<LeadImage> images = new ArrayList<>();
    JsonNode node = article == null ? MissingNode.getInstance() : article.path("image");
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      String url = LenientJson.text(one.path("url"));
      url =
          one.isObject()
              ? (url.isEmpty() ? LenientJson.text(one.path("contentUrl")) : url)
              : LenientJson.text(one);
      if (!url.isEmpty() && images.size() < 20) {
        images.add(new LeadImage(url, LenientJson.text(one.path("caption"))));
      }
    }
    return images;
  }

  public boolean isForSubscribers() {
    return text("isAccessibleForFree").equalsIgnoreCase("false");
  }
}
