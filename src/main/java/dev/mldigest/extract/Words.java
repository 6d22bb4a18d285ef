package dev.mldigest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word list from the resources: {@code [sections]} of lines, {@code #} begins a comment. Names
 * are looked up as whole words, so that {@code ad} never matches {@code header}.
 */
final class Words {
  private final Map<String, Set<String>> sections = new LinkedHashMap<>();

  private Words() {}

  static Words load(String resource) {
    Words words = new Words();
    try (InputStream in = Words.class.getResourceAsStream("/extract/" + resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      Set<String> section = new HashSet<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        if (word.startsWith("[")) {
          section = words.sections.computeIfAbsent(word, k -> new HashSet<>());
        } else if (!word.isEmpty() && !word.startsWith("#")) {
          section.add(word);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + resource + " cannot be read.", e);
    }
    return words;
  }

  Set<String> section(String name) {
    return Objects.requireNonNull(sections.get("[" + name + "]"), name);
  }

  /** The names of the sections, in the file's order. */
  List<String> sections() {
    return sections.keySet().stream().map(name -> name.substring(1, name.length() - 1)).toList();
  }

  /** Whether a class name or id holds one of the words as a part of its own. */
  static boolean holds(Set<String> words, String names) {
    int length = Math.min(names.length(), 400);
    int from = 0;
    for (int i = 0; i <= length; i++) {
      boolean letter = i < length && Character.isLetter(names.charAt(i));
      boolean hump =
          letter
              && i > from
              && Character.isUpperCase(names.charAt(i))
              && Character.isLowerCase(names.charAt(i - 1));
      if (letter && !hump) {
        continue;
      }
      if (i > from
          && isWord(names, from)
          && words.contains(names.substring(from, i).toLowerCase(Locale.ROOT))) {
        return true;
      }
      from = hump ? i : i + 1;
    }
    return false;
  }

  /** "5f18ad9" holds no "ad": letters after a digit are of a number, not of a word. */
  private static boolean isWord(String names, int from) {
    return from == 0 || !Character.isDigit(names.charAt(from - 1));
  }

  /** Whether a class name or id holds one of the words, alone or as neighbours joined by "-". */
  static @Nullable String named(Set<String> words, String names) {
    String before = "";
    String beforeThat = "";
    int from = 0;
    int length = Math.min(names.length(), 400);
    for (int i = 0; i <= length; i++) {
      boolean letter = i < length && Character.isLetter(names.charAt(i));
      boolean hump =
          letter
              && i > from
              && Character.isUpperCase(names.charAt(i))
              && Character.isLowerCase(names.charAt(i - 1));
      if (letter && !hump) {
        continue;
      }
      if (i > from && isWord(names, from)) {
        String word = names.substring(from, i).toLowerCase(Locale.ROOT);
        if (matches(words, beforeThat, before, word)) {
          return word;
        }
        beforeThat = before;
        before = word;
      }
      if (i < length && Character.isWhitespace(names.charAt(i))) {
        before = "";
        beforeThat = "";
      }
      from = hump ? i : i + 1;
    }
    return null;
  }

  /** "has-sidebar" and "no-ads" speak of the page, not of the element. */
  private static boolean matches(Set<String> words, String first, String second, String third) {
    return switch (second) {
      case "has", "no", "with", "without", "is", "show", "hide", "enable", "main" -> false;
      default ->
          words.contains(third)
              || (!second.isEmpty() && words.contains(second + "-" + third))
              || (!first.isEmpty() && words.contains(first + "-" + second + "-" + third));
    };
  }
}
