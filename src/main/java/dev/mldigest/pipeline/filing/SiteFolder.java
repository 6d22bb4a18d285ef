package dev.mldigest.pipeline.filing;

import dev.mldigest.io.AtomicFile;
import dev.mldigest.io.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder of pages that also may hold what is not ours. A list beside them says what we wrote, by
 * its hash: only a file that is still just so is ever replaced or removed. Each file appears whole,
 * those that are linked to first, and one that is the same already is not touched; the list names
 * what will be written before it is, so that after a crash nothing of ours counts as another's.
 */
public final class SiteFolder {
  static final String LIST = ".ml-digest-archive";

  private final Path folder;

  public SiteFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize(); // of the empty path nothing is a part
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** It stands there; how many files were written anew, taken away, and left as they were. */
    record Written(int written, int removed, int same) implements Outcome {}

    /**
     * Nothing was written, because these files are not what we wrote.
     *
     * @param paths within the folder
     */
    record NotOurs(List<String> paths) implements Outcome {
      public NotOurs {
        paths = List.copyOf(paths);
      }
    }
  }

  /**
   * @param files text by path, in the order in which they are written
   * @throws UncheckedIOException with one sentence if the folder cannot be read or written
   */
  public Outcome write(Map<String, String> files) {
    try {
      return written(files);
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  private Outcome written(Map<String, String> files) throws IOException {
    Map<String, Set<String>> ours = list();
    Map<String, String> changed = new LinkedHashMap<>();
    List<String> foreign = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String there = hash(file.getKey());
      if (there.equals(Sha256.of(file.getValue()))) {
        continue;
      }
      changed.put(file.getKey(), file.getValue());
      if (!there.isEmpty() && !ours.getOrDefault(file.getKey(), Set.of()).contains(there)) {
        foreign.add(file.getKey());
      }
    }
    if (!foreign.isEmpty()) {
      return new Outcome.NotOurs(foreign);
    }
    announce(ours, files);
    for (Map.Entry<String, String> file : changed.entrySet()) {
      AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
    }
    int removed = remove(ours, files);
    Map<String, Set<String>> now = new TreeMap<>();
    files.forEach((path, text) -> now.put(path, Set.of(Sha256.of(text))));
    ensureList(now);
    return new Outcome.Written(changed.size(), removed, files.size() - changed.size());
  }

  /** What of ours no issue makes any more. */
  private int remove(Map<String, Set<String>> ours, Map<String, String> files) throws IOException {
    int removed = 0;
    for (Map.Entry<String, Set<String>> old : ours.entrySet()) {
      if (!files.containsKey(old.getKey()) && old.getValue().contains(hash(old.getKey()))) {
        Files.delete(folder.resolve(old.getKey()));
        removed++;
      }
    }
    return removed;
  }

  private void announce(Map<String, Set<String>> ours, Map<String, String> files)
      throws IOException {
    Map<String, Set<String>> both = new TreeMap<>();
    ours.forEach((path, hashes) -> both.put(path, new TreeSet<>(hashes)));
    files.forEach(
        (path, text) -> both.computeIfAbsent(path, none -> new TreeSet<>()).add(Sha256.of(text)));
    ensureList(both);
  }

  private void ensureList(Map<String, Set<String>> hashes) throws IOException {
    StringBuilder text = new StringBuilder();
    hashes.forEach((path, all) ->
        all.forEach(hash -> text.append(hash).append(' ').append(path).append('\n')));
    AtomicFile.ensure(folder.resolve(LIST), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Set<String>> list() throws IOException {
    Map<String, Set<String>> hashes = new TreeMap<>();
    Path list = folder.resolve(LIST);
    if (Files.exists(list)) {
      for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        int blank = line.indexOf(' ');
        if (blank > 0 && isWithin(line.substring(blank + 1))) {
          hashes
              .computeIfAbsent(line.substring(blank + 1), path -> new TreeSet<>())
              .add(line.substring(0, blank));
        }
      }
    }
    return hashes;
  }

  /** Whatever the list came to say: nothing outside of the folder is ours. */
  boolean isWithin(String path) {
    return folder.resolve(path).normalize().startsWith(folder);
  }

  /** Of the file that stands there; empty for none. */
  private String hash(String path) throws IOException {
    Path file = folder.resolve(path);
    try {
      return Files.isDirectory(file) ? "a folder" : Sha256.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
