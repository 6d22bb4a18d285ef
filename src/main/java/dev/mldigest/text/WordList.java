package dev.mldigest.text;

import dev.mldigest.io.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word list among our resources: one entry a line, blank lines and lines that begin with {@code
 * #} left out, blanks around an entry too. What the entries are to each other is asked of the list:
 * a {@link #set}, {@link #words}, {@link #named} groups, or parts under {@link #sections}.
 *
 * @param lines the entries in the order of the file
 */
public record WordList(List<String> lines) {
  public WordList {
    lines = List.copyOf(lines);
  }

  /**
   * @param path of a resource, as {@code /select/field.txt}
   */
  public static WordList read(String path) {
    return of(Resource.text(path));
  }

  static WordList of(String text) {
    return new WordList(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  /** The entries, each once, in the order of the file. */
  public Set<String> set() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(lines));
  }

  /** The words of all entries, which blanks part. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    lines.forEach(line -> words.addAll(List.of(line.split("\\s+"))));
    return Collections.unmodifiableSet(words);
  }

  /** Of lines {@code name: entry, entry, …} the entries by name; lines of one name go together. */
  public Map<String, List<String>> named() {
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalStateException("No name stands before '" + line + "' in a word list.");
      }
      named
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .addAll(List.of(line.substring(colon + 2).split(", ", -1)));
    }
    named.replaceAll((name, entries) -> List.copyOf(entries));
    return Collections.unmodifiableMap(named);
  }

  /** What stands below each line {@code [name]}; sections of one name go together. */
  public Map<String, WordList> sections() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = line.substring(1, line.length() - 1);
        section = sections.computeIfAbsent(name, key -> new ArrayList<>());
      } else {
        section.add(line);
      }
    }
    Map<String, WordList> lists = new LinkedHashMap<>();
    sections.forEach((name, entries) -> lists.put(name, new WordList(entries)));
    return Collections.unmodifiableMap(lists);
  }
}
