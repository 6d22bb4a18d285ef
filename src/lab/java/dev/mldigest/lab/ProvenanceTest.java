package dev.mldigest.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
  @TempDir private Path folder;

  @Test
  void the_header_names_program_corpus_parameters_and_day() throws IOException {
    Files.createDirectory(folder.resolve("b"));
    Files.writeString(folder.resolve("b/2.txt"), "two\n");
    Files.writeString(folder.resolve("a.txt"), "one\n");
    var from =
        new Provenance(
            ProvenanceTest.class, "train it", "Reader", "C 30", folder, List.of("b", "a.txt"));
    assertThat(from.header(LocalDate.parse("2026-11-30")))
        .containsExactly(
            "# Learned by ProvenanceTest, read by Reader. Do not edit; learn again:"
                + " mvn -q -Plab -Dlab=\"train it\"",
            // sha256sum a.txt b/2.txt | sha256sum
            "# Corpus: b, a.txt; SHA-256"
                + " 07365cf761086c5981827bfab52b401375dfa5cb6e679b770b27d3c42ab58b6d",
            "# Parameters: C 30",
            "# Learned on 2026-11-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extract/blocks.trees",
        "select/filters.weights",
        "select/mentions.weights",
        "select/prior.weights",
        "summarise/ranker.tsv"
      })
  void every_file_of_weights_says_where_it_comes_from(String file) throws IOException {
    List<String> header =
        Files.readAllLines(Path.of("src/main/resources", file)).stream()
            .takeWhile(line -> line.startsWith("#"))
            .toList();
    assertThat(header).hasSizeGreaterThanOrEqualTo(4);
    assertThat(header.get(0)).matches("# Learned by \\w+Training, read by \\w+\\. .*train \\w+\"");
    assertThat(header.get(1)).matches("# Corpus: .*; SHA-256 [0-9a-f]{64}");
    assertThat(header.get(2)).startsWith("# Parameters: ");
    assertThat(header.get(3)).matches("# Learned on \\d{4}-\\d\\d-\\d\\d");
  }
}
