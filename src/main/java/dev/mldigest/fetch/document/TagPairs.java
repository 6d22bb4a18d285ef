package dev.mldigest.fetch.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tags of a text have their other half: each end tag belongs to the nearest start tag of its
 * name that has none yet. Two that stand as words around words ({@code the <s> and </s> tokens})
 * are spoken of and make no pair.
 */
final class TagPairs {
  private final Map<String, Deque<HtmlTag>> open = new HashMap<>();
  private final Set<HtmlTag> paired = new HashSet<>();

  private TagPairs() {}

  /**
   * @param tags in the order of the text
   * @return those of them that make pairs
   */
  static Set<HtmlTag> of(List<HtmlTag> tags, String text) {
    TagPairs pairs = new TagPairs();
    tags.forEach(tag -> pairs.take(tag, text));
    return pairs.paired;
  }

  private void take(HtmlTag tag, String text) {
    Deque<HtmlTag> waiting = open.computeIfAbsent(tag.name(), name -> new ArrayDeque<>());
    if (!tag.closing()) {
      waiting.push(tag);
    } else if (!waiting.isEmpty()) {
      HtmlTag start = waiting.pop();
      if (!(tag.takesAway() && start.isWord(text) && tag.isWord(text))) {
        paired.add(start);
        paired.add(tag);
      }
    }
  }
}
