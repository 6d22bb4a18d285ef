package dev.mldigest.page.view;

import dev.mldigest.io.Resource;
import dev.mldigest.io.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The style and the script of the page: parts in a fixed order, each put together as one file, so
 * that the page asks for two things and no more.
 */
public final class Assets {
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "page.css", List.of("colours.css", "page.css", "card.css", "panes.css", "narrow.css"),
          "page.js",
              List.of(
                  "frame.js",
                  "queue.js",
                  "unsaved.js",
                  "items.js",
                  "follow.js",
                  "panes.js",
                  "bench.js",
                  "write.js",
                  "opening.js",
                  "decide.js",
                  "rewrite.js",
                  "acts.js",
                  "publish.js",
                  "keys.js"));

  private static final Map<String, Asset> ALL =
      PARTS.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Assets::asset));

  /**
   * @param type its media type
   */
  public record Asset(String name, String type, String text, String hash) {}

  private Assets() {}

  public static Optional<Asset> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Where it is served below the session's place; another content has another address. */
  static String address(String name) {
    Asset asset = find(name).orElseThrow();
    return "/assets/" + asset.name + "?v=" + asset.hash;
  }

  private static Asset asset(Map.Entry<String, List<String>> parts) {
    String text =
        parts.getValue().stream()
            .map(part -> Resource.text("/page/" + part))
            .collect(Collectors.joining("\n"));
    boolean script = parts.getKey().endsWith(".js");
    return new Asset(
        parts.getKey(),
        script ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8",
        script ? "(() => {\n\"use strict\";\n" + text + "})();\n" : text,
        Sha256.of(text).substring(0, 12));
  }
}
