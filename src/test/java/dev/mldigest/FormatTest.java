package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The format gate. It runs in the forked test JVM, because Maven itself may have been started on a
 * JVM too old for the formatter. {@code mvn test -Dtest=FormatTest -Dformat.write=true} writes the
 * formatted files instead.
 */
class FormatTest {
  private static final boolean WRITE = Boolean.getBoolean("format.write");

  @Test
  void every_java_file_is_formatted_by_google_java_format() throws Exception {
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<String> unformatted = new ArrayList<>();
    for (Path file : javaFiles()) {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        unformatted.add(file.toString());
        if (WRITE) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!WRITE) {
      assertThat(unformatted).as("run: mvn test -Dtest=FormatTest -Dformat.write=true").isEmpty();
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
