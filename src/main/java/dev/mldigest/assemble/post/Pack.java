package dev.mldigest.assemble.post;

import dev.mldigest.assemble.post.Chunk.Block;
import dev.mldigest.assemble.post.Chunk.Kind;
import dev.mldigest.assemble.post.Chunk.Role;
import dev.mldigest.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts chunks into posts of at most a size. */
final class Pack {
  private static final String PARAGRAPH = "\n\n";

  private final Network network;
  private final int most;
  private final List<String> posts = new ArrayList<>();
  private final StringBuilder post = new StringBuilder();

  Pack(Network network, int most) {
    this.network = network;
    this.most = most;
  }

  /** As few posts as hold all; one ends between two chunks where it can. */
  List<String> together(List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      List<Block> blocks = new ArrayList<>();
      if (!chunk.label().isEmpty()) {
        blocks.add(new Block(Role.SECTION, chunk.label(), List.of(chunk.label()), false, ""));
      }
      blocks.addAll(chunk.blocks());
      String whole = text(blocks);
      if (!fits(whole, PARAGRAPH)) {
        flush();
      }
      if (fits(whole, PARAGRAPH)) {
        append(whole, PARAGRAPH);
      } else {
        parted(chunk);
      }
    }
    flush();
    return posts;
  }

  /** Each chunk in posts of its own: an item's title, link and as much of it as has room. */
  List<String> apart(List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      if (chunk.kind() == Kind.ITEM || chunk.kind() == Kind.HEAD) {
        item(chunk);
      } else if (chunk.blocks().stream().anyMatch(block -> block.role() != Role.SECTION)) {
        parted(chunk);
      }
      flush();
    }
    return posts;
  }

  private static String text(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append(text.isEmpty() ? "" : block.tight() ? "\n" : PARAGRAPH).append(block.text());
    }
    return text.toString();
  }

  private boolean fits(String more, String gap) {
    return network.size(post.isEmpty() ? more : post + gap + more) <= most;
  }

  private void append(String more, String gap) {
    post.append(post.isEmpty() ? "" : gap).append(more);
  }

  private void flush() {
    if (!post.isEmpty()) {
      posts.add(post.toString());
      post.setLength(0);
    }
  }

  /** Over several posts: block by block, and piece by piece what no post can hold. */
  private void parted(Chunk chunk) {
    label(chunk);
    for (Block block : chunk.blocks()) {
      put(chunk, block);
    }
  }

  private void label(Chunk chunk) {
    if (!chunk.label().isEmpty()) {
      append(chunk.label(), PARAGRAPH);
    }
  }

  private void put(Chunk chunk, Block block) {
    String gap = block.tight() ? "\n" : PARAGRAPH;
    if (fits(block.text(), gap)) {
      append(block.text(), gap);
      return;
    }
    String alone =
        chunk.label().isEmpty() ? block.text() : chunk.label() + PARAGRAPH + block.text();
    if (network.size(alone) <= most) {
      flush();
      label(chunk);
      append(block.text(), PARAGRAPH);
      return;
    }
    String before = gap;
    for (String piece : block.pieces()) {
      if (!fits(piece, before)) {
        flush();
        label(chunk);
        before = PARAGRAPH;
      }
      append(piece, before);
      before = " ";
    }
  }

  /** Title, as many whole sentences as fit, link; then, in posts that follow, the editor's rest. */
  private void item(Chunk chunk) {
    Block title = null;
    Block lead = null;
    List<Block> rest = new ArrayList<>();
    for (Block block : chunk.blocks()) {
      if (block.role() == Role.TITLE
          || (chunk.kind() == Kind.HEAD && title == null && lead == null)) {
        title = block;
      } else if (block.role() == Role.OTHER && lead == null) {
        lead = block;
      } else if (block.role() == Role.OTHER) {
        rest.add(block);
      }
    }
    head(title, lead, rest);
    for (Block block : rest) {
      put(chunk, block);
    }
  }

  private void head(@Nullable Block title, @Nullable Block lead, List<Block> rest) {
    String link = title == null || title.link().isEmpty() ? "" : Plain.address(title.link());
    String words = title == null ? "" : title.text();
    if (!link.isEmpty() && words.endsWith(link)) {
      words = words.substring(0, words.length() - link.length()).strip();
    } else {
      link = "";
    }
    if (network.size(ended(words, link)) > most) {
      pieces(title);
    } else if (lead == null) {
      append(ended(words, link), PARAGRAPH);
    } else {
      String said = sentences(words, lead.text(), link);
      append(
          ended(said.isEmpty() ? words : words.isEmpty() ? said : words + PARAGRAPH + said, link),
          PARAGRAPH);
      if (said.isEmpty() && words.isEmpty()) {
        rest.addFirst(lead);
      }
    }
  }

  private void pieces(@Nullable Block title) {
    String before = PARAGRAPH;
    for (String piece : title == null ? List.<String>of() : title.pieces()) {
      if (!fits(piece, before)) {
        flush();
      }
      append(piece, before);
      before = " ";
    }
  }

  private static String ended(String words, String link) {
    return link.isEmpty() ? words : words.isEmpty() ? link : words + PARAGRAPH + link;
  }

  /** As many sentences from the first on as have room between title and link. */
  private String sentences(String words, String text, String link) {
    List<String> taken = new ArrayList<>();
    String said = "";
    for (String sentence : Sentences.of(text)) {
      taken.add(sentence);
      String more = Sentences.joined(taken);
      String whole = words.isEmpty() ? more : words + PARAGRAPH + more;
      if (network.size(ended(whole, link)) > most) {
        return said;
      }
      said = more;
    }
    return text;
  }
}
