package dev.mldigest.cli.console;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The inputs every {@code digest inspect} command understands: files, folders, lists and standard
 * input.
 */
public final class Inputs {
  private Inputs() {}

  /**
   * The files that the arguments name, in order: a file as given, a folder's files recursively and
   * sorted, {@code @LIST} one path a line, {@code -} the same from standard input.
   *
   * @throws UsageException if a list or a folder cannot be read
   */
  public static List<Path> files(List<String> arguments) {
    List<Path> files = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        lines(System.in).forEach(line -> files.add(Path.of(line)));
      } else if (argument.startsWith("@")) {
        try (InputStream in = Files.newInputStream(Path.of(argument.substring(1)))) {
          lines(in).forEach(line -> files.add(Path.of(line)));
        } catch (IOException e) {
          throw new UsageException("The list '" + argument.substring(1) + "' cannot be read.", e);
        }
      } else {
        files.addAll(expand(Path.of(argument)));
      }
    }
    return files;
  }

  /** Opens a file, decompressing {@code .gz}; {@code -} is standard input. */
  public static InputStream open(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return System.in;
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  /** The lines of a UTF-8 file that are not blank, streamed; close the stream. */
  public static Stream<String> jsonLines(Path file) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.isBlank())
          .onClose(() -> {
            try {
              reader.close();
            } catch (IOException e) {
              throw new UsageException("'" + file + "' cannot be closed.", e);
            }
          });
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be read: does it exist?", e);
    }
  }

  private static List<Path> expand(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path); // a missing one too: its own line says so
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UsageException("'" + path + "' cannot be read: does it exist?", e);
    }
  }

  private static List<String> lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
