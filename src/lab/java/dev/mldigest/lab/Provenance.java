package dev.mldigest.lab;

import dev.mldigest.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where learned weights come from: the first lines of their file name the program, the corpus and
 * its digest, the parameters and the day.
 *
 * @param program the class that learned them
 * @param command what the laboratory is told to do it again
 * @param reader the class of the product that reads them
 * @param corpus files or folders below {@code folder}
 */
public record Provenance(
    Class<?> program,
    String command,
    String reader,
    String parameters,
    Path folder,
    List<String> corpus) {
  private static final Path RESOURCES = Path.of("src/main/resources");

  /**
   * Writes a file of weights.
   *
   * @param resource below the product's resources
   * @param weights its lines
   */
  public void write(String resource, List<String> weights) throws IOException {
    List<String> lines = new ArrayList<>(header(LocalDate.now(ZoneOffset.UTC)));
    lines.addAll(weights);
    Files.write(RESOURCES.resolve(resource), lines);
    System.out.println(RESOURCES.resolve(resource) + " is written.");
  }

  List<String> header(LocalDate day) throws IOException {
    return List.of(
        "# Learned by %s, read by %s. Do not edit; learn again: mvn -q -Plab -Dlab=\"%s\""
            .formatted(program.getSimpleName(), reader, command),
        "# Corpus: %s; SHA-256 %s".formatted(String.join(", ", corpus), digest()),
        "# Parameters: " + parameters,
        "# Learned on " + day);
  }

  /** SHA-256 of what {@code sha256sum} prints for all files, sorted by their paths. */
  String digest() throws IOException {
    List<String> paths = new ArrayList<>();
    for (String part : corpus) {
      try (Stream<Path> files = Files.walk(folder.resolve(part))) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
      }
    }
    StringBuilder list = new StringBuilder();
    for (String path : paths.stream().sorted().toList()) {
      String digest = Sha256.of(Files.readAllBytes(folder.resolve(path)));
      list.append(digest).append("  ").append(path).append('\n');
    }
    return Sha256.of(list.toString());
  }
}
