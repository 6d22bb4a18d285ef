package dev.mldigest.assemble.post;

import java.util.List;

/**
 * What stays together in one post where it can: the head of the issue, an item, a slot, or what the
 * editor wrote between them.
 *
 * @param label of a slot, which stands over each post of it; else an empty string
 */
record Chunk(Kind kind, String label, List<Block> blocks) {
  enum Kind {
    HEAD,
    ITEM,
    SLOT,
    TEXT
  }

  Chunk {
    blocks = List.copyOf(blocks);
  }

  /**
   * One block of it.
   *
   * @param text as it stands in a post
   * @param pieces the same without marks, where a post may end between any two
   * @param tight true if it stands right below the one before it
   * @param link the address an item's title leads to, else an empty string
   */
  record Block(Role role, String text, List<String> pieces, boolean tight, String link) {
    Block {
      pieces = List.copyOf(pieces);
    }
  }

  /** What a block is to its item. */
  enum Role {
    SECTION,
    TITLE,
    BYLINE,
    AUDIENCE,
    OTHER
  }
}
