package dev.mldigest.pipeline.past;

import dev.mldigest.pipeline.filing.IssueFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that the editor wants to hear of no more: none is offered for a ban again. One a line in a
 * file of the state, which may be edited.
 */
final class Declined {
  /** No word is longer, and a list of that many was not made by hand. */
  private static final int LONGEST = 60;

  private static final int MOST = 1000;

  private final Path file;

  Declined(IssueFiles files) {
    this.file = files.state().resolve("not-banned.txt");
  }

  Set<String> words() {
    try {
      return Files.exists(file)
          ? new TreeSet<>(Files.readAllLines(file).stream().map(String::strip).toList())
          : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  void set(String word, boolean declined) {
    Set<String> words = new TreeSet<>(words());
    boolean changed = declined ? words.size() < MOST && words.add(word) : words.remove(word);
    if (changed && word.length() <= LONGEST) {
      try {
        Files.write(file, words);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
    }
  }
}
