package dev.mldigest.extract;

import java.util.List;

/** Decides block by block what of the body is the article. */
final class BlockFilter {
  private BlockFilter() {}

  static void filter(List<Block> blocks, String title) {}
}
