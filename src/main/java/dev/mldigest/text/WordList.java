package dev.mldigest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A word list among our resources: UTF-8, one entry a line, blank lines and lines that begin with
 * {@code #} left out.
 */
public record WordList(List<String> lines) {
  public WordList {
    lines = List.copyOf(lines);
  }

  /** Reads {@code /summarise/name}; a list that is missing is a bug of the build. */
  public static WordList read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream("/summarise/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The word list '" + name + "' is not in the program.");
      }
      return new WordList(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All words of all lines. */
  public Set<String> all() {
    Set<String> words = new HashSet<>();
    lines.forEach(line -> words.addAll(List.of(line.split("\\s+"))));
    return Set.copyOf(words);
  }
}
