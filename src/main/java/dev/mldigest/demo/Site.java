package dev.mldigest.demo;

import dev.mldigest.io.Resource;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A site: its head, then its posts, each after a line of five equals signs. Posts are kept newest
 * first.
 */
record Site(String id, Fields fields, List<Post> posts) {
  /** The end of the demo's week. */
  static final Instant PRESENT = Instant.parse("2026-11-20T06:00:00Z");

  Site {
    posts = List.copyOf(posts);
  }

  static Site read(String id) {
    String[] blocks = Resource.text("/demo/sites/" + id + ".txt").split("(?m)^=====$");
    return new Site(
        id,
        Fields.read(blocks[0]),
        Arrays.stream(blocks)
            .skip(1)
            .map(Post::read)
            .sorted(Comparator.comparing(Post::date).reversed())
            .toList());
  }

  /** When the newest post was written or changed; the demo's present for a site without posts. */
  Instant updated() {
    return posts.stream().map(Post::updated).max(Comparator.naturalOrder()).orElse(PRESENT);
  }
}
