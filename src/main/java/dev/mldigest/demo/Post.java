package dev.mldigest.demo;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of a site: a head of fields, a line of three hyphens, a body. The body is HTML in which
 * a block (blocks are parted by an empty line) that starts with plain words is a paragraph.
 */
record Post(Fields fields, String body) {
  /** Empty lines, but not those within a listing, which may hold no raw angle bracket. */
  private static final Pattern BETWEEN_BLOCKS = Pattern.compile("\n\n+(?![^<]*</code></pre>)");

  static Post read(String block) {
    String[] parts = block.split("(?m)^---$", 2);
    return new Post(Fields.read(parts[0]), parts.length == 2 ? parts[1].strip() : "");
  }

  String slug() {
    return fields.get("slug");
  }

  Instant date() {
    return Instant.parse(fields.get("date"));
  }

  Instant updated() {
    return Instant.parse(fields.get("updated", fields.get("date")));
  }

  /** A post that links to another post's page has none of its own. */
  boolean hasPage() {
    return !fields.has("link");
  }

  String html() {
    return BETWEEN_BLOCKS
        .splitAsStream(body)
        .map(block -> block.startsWith("<") ? block : "<p>" + block + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
