package dev.mldigest.assemble.plain;

import dev.mldigest.text.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbered references of a plain text: addresses and footnotes, each with one number in the
 * whole text, and told at each item that uses it.
 */
final class References {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, String> waiting = new LinkedHashMap<>();

  /** The mark of what is referred to, for example {@code [3]}. */
  String mark(String target) {
    return mark(target, target);
  }

  /**
   * @param key by which the same is known again
   * @param target what the reference says
   */
  String mark(String key, String target) {
    int number = numbers.computeIfAbsent(key, fresh -> numbers.size() + 1);
    waiting.put(number, target);
    return "[" + number + "]";
  }

  /** The lines of those that were used since, addresses whole. */
  List<String> flush(int width) {
    List<String> lines = new ArrayList<>();
    waiting.forEach((number, target) -> {
      String mark = "[" + number + "] ";
      List<String> wrapped = Columns.wrapped(target, width - mark.length());
      for (int i = 0; i < wrapped.size(); i++) {
        lines.add((i == 0 ? mark : " ".repeat(mark.length())) + wrapped.get(i));
      }
    });
    waiting.clear();
    return lines;
  }
}
