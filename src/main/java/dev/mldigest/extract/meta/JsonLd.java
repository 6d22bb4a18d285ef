package dev.mldigest.extract.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.extract.page.LenientJson;
import dev.mldigest.text.WordList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
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

  /** Characters of a headline; what is longer is a text. */
  private static final int LONGEST_NAME = 500;

  /** Names that are read of one list: a byline holds no more. */
  private static final int MOST_NAMES = 20;

  private static final Set<String> ARTICLES = WordList.read("/extract/schema-types.txt").set();

  private final @Nullable JsonNode article;
  private final String type;

  /** The objects that have an identifier: others may name them by it alone. */
  private final Map<String, JsonNode> byId;

  private JsonLd(@Nullable JsonNode article, String type, Map<String, JsonNode> byId) {
    this.article = article;
    this.type = type;
    this.byId = byId;
  }

  /**
   * @param addresses under which the page is known: of several nodes that describe articles the one
   *     that names one of them is the page's own, else the first
   */
  static JsonLd of(List<Element> all, Supplier<Set<String>> addresses) {
    Map<String, JsonNode> byId = new HashMap<>();
    JsonNode found = null;
    String foundType = "";
    boolean own = false;
    Set<String> known = null;
    int scripts = 0;
    for (Element script : all) {
      if (!script.attr("type").trim().toLowerCase(Locale.ROOT).startsWith("application/ld+json")
          || ++scripts > MOST_SCRIPTS) {
        continue;
      }
      for (JsonNode node : nodes(script.data())) {
        if (node.size() > 1 && node.has("@id")) {
          byId.putIfAbsent(node.path("@id").asText(), node);
        }
        String type = articleType(node);
        if (type.isEmpty() || own) {
          continue;
        }
        boolean media = type.equals("VideoObject") || type.equals("PodcastEpisode");
        known = known == null ? addresses.get() : known;
        own = !media && isOf(node, known);
        if (found == null || own || (foundType.equals("VideoObject") && !media)) {
          found = node;
          foundType = type;
        }
      }
    }
    return new JsonLd(found, foundType, byId);
  }

  private static boolean isOf(JsonNode node, Set<String> addresses) {
    JsonNode page = node.path("mainEntityOfPage");
    return Stream.of(node.path("url"), node.path("@id"), page, page.path("@id"))
        .map(LenientJson::text)
        .anyMatch(url -> !url.isEmpty() && addresses.contains(withoutEnd(url)));
  }

  /** Without a fragment and a last slash: the same page. */
  static String withoutEnd(String address) {
    String page = address.strip().split("#", 2)[0];
    return page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
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
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      String name = one.asText();
      // "http://schema.org/Article" and "schema:Article" are spelt out forms of "Article".
      String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
      if (ARTICLES.contains(bare)) {
        return bare;
      }
    }
    return "";
  }

  /** Its type as schema.org names it; empty if no node describes an article. */
  public String type() {
    return type;
  }

  public String text(String field) {
    return article == null ? "" : value(article.path(field));
  }

  /** The first text of what JSON-LD allows for one; sites escape it as if it were HTML. */
  private static String value(JsonNode node) {
    JsonNode one = node.isArray() && !node.isEmpty() ? node.get(0) : node;
    String text = LenientJson.text(one.isObject() ? one.path("@value") : one);
    // A body may speak of markup; a name or a headline does not.
    return text.indexOf('&') < 0 || text.length() > LONGEST_NAME
        ? text
        : Parser.unescapeEntities(text, false);
  }

  /** Names as schema.org allows them: a string, an object with a name, or a list of either. */
  List<String> names(String field) {
    JsonNode node = article == null ? MissingNode.getInstance() : article.path(field);
    List<String> names = new ArrayList<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      String name = one.isObject() ? name(one) : value(one);
      if (!name.isEmpty() && names.size() < MOST_NAMES && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private String name(JsonNode one) {
    JsonNode told = one.has("name") ? one : byId.getOrDefault(one.path("@id").asText(), one);
    String name = value(told.path("name"));
    String parts = value(told.path("givenName")) + " " + value(told.path("familyName"));
    return name.isEmpty() ? parts.strip() : name;
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
