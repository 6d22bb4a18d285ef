package dev.mldigest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Word lists among the resources of {@code select/}: one entry a line, {@code #} comments. */
public final class TermLists {
  private TermLists() {}

  /** A resource of lines "name: entry, entry, …"; lines of one name belong together. */
  public static Map<String, List<String>> named(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String line : read(name)) {
      int colon = line.indexOf(": ");
      lists
          .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
          .addAll(Arrays.asList(line.substring(colon + 2).split(", ", -1)));
    }
    lists.replaceAll((key, entries) -> List.copyOf(entries));
    return lists;
  }

  public static Set<String> read(String name) {
    try (InputStream in = TermLists.class.getResourceAsStream("/select/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The resource select/" + name + " is missing.");
      }
      Set<String> entries = new LinkedHashSet<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(entries::add);
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
