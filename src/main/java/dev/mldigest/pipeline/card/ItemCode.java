package dev.mldigest.pipeline.card;

import dev.mldigest.assemble.Prose;
import dev.mldigest.text.Texts;
import java.util.List;

/**
 * The code that stands in an item as blocks, which claims nothing and has words of its own.
 *
 * @param blocks letters of each
 * @param rest letters of all else
 */
record ItemCode(List<String> blocks, String rest) {
  static final ItemCode NONE = new ItemCode(List.of(), "");

  static ItemCode of(String markdown) {
    List<String> blocks =
        Prose.code(markdown).stream().map(Texts::letters).filter(code -> !code.isEmpty()).toList();
    String rest = blocks.isEmpty() ? "" : Texts.letters(String.join(" ", Prose.blocks(markdown)));
    for (String block : blocks) {
      int at = rest.indexOf(block);
      // A sign between the two, so that nothing new stands where they meet.
      rest = at < 0 ? rest : rest.substring(0, at) + "|" + rest.substring(at + block.length());
    }
    return new ItemCode(blocks, rest);
  }

  /** True for a sentence that stands in code and nowhere else. */
  boolean holds(String sentence) {
    String sought = Texts.letters(sentence);
    return blocks.stream().anyMatch(block -> block.contains(sought)) && !rest.contains(sought);
  }
}
