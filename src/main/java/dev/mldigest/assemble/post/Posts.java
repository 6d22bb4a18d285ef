package dev.mldigest.assemble.post;

import dev.mldigest.assemble.markdown.Degraded;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/**
 * The issue as posts: each within what its service takes, numbered where there are several, every
 * item in them once and in order, an item in one post where it fits, and no link cut. Takes
 * Markdown whose anchors are gone.
 */
public final class Posts {
  /** What stands between two posts where they are written as one text. */
  public static final String SEPARATOR = "-------- 8< --------";

  /** The longest number is "\n999/999". */
  private static final int NUMBER = 8;

  private Posts() {}

  /**
   * @param alsoSeen heading of the list of runners-up, which has no place in short posts
   */
  public static List<String> of(Network network, String markdown, String alsoSeen) {
    Node document = Degraded.of(Dialect.letter(markdown));
    int most = network.most() - NUMBER;
    Pack pack = new Pack(network, most);
    List<String> posts =
        network.isShort()
            ? pack.apart(without(alsoSeen, Chunks.of(document, network.voice(), most), network))
            : pack.together(Chunks.of(document, network.voice(), most));
    return numbered(posts);
  }

  private static List<Chunk> without(String heading, List<Chunk> chunks, Network network) {
    String letters = Texts.letters(heading);
    return chunks.stream()
        .filter(chunk ->
            chunk.blocks().getFirst().role() != Chunk.Role.SECTION
                || chunk.kind() != Chunk.Kind.TEXT
                || !Texts.letters(network.shown(chunk.blocks().getFirst().text())).equals(letters))
        .toList();
  }

  private static List<String> numbered(List<String> posts) {
    if (posts.size() < 2) {
      return List.copyOf(posts);
    }
    List<String> numbered = new ArrayList<>();
    for (String post : posts) {
      numbered.add(post + "\n" + (numbered.size() + 1) + "/" + posts.size());
    }
    return numbered;
  }

  /** The posts as one text. */
  public static String joined(List<String> posts) {
    return String.join("\n" + SEPARATOR + "\n", posts) + "\n";
  }

  /** The posts of such a text. */
  public static List<String> parts(String text) {
    return List.of(text.stripTrailing().split("\n" + SEPARATOR + "\n", -1));
  }
}
