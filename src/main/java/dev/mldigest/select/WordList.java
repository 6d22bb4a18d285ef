package dev.mldigest.select;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** A word list among the resources of {@code select/}: one entry a line, {@code #} comments. */
final class WordList {
  private WordList() {}

  static Set<String> read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream("/select/" + name)) {
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
