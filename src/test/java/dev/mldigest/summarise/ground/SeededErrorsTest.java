package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.summarise.ground.SeededClaims.Cited;
import dev.mldigest.summarise.ground.SeededErrors.Planted;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How many planted errors the gate catches, and how many true claims it passes. An error is planted
 * only in a claim that passes, so that none is caught for another reason. {@code mvn -o test
 * -Dtest=SeededErrorsTest -Dseeded=true} prints the table.
 */
class SeededErrorsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The printed table counts more; the floors hold for fewer. */
  private static final boolean PRINT = Boolean.getBoolean("seeded");

  private static final int MOST = PRINT ? 2_000 : 1_200;
  private static final int MOST_CLAIMS = PRINT ? 20_000 : 14_000;

  /** Copies are among the true claims: how much may be copied is not measured here. */
  private final ClaimGate gate = new ClaimGate(Integer.MAX_VALUE);

  private final Opposites known = Opposites.KNOWN;

  /** Counts of one row of the table. */
  private static final class Row {
    int all;
    int found;
    int within;
    int foundWithin;

    double rate() {
      return all == 0 ? 1 : (double) found / all;
    }
  }

  @Test
  void planted_errors_in_our_own_texts_are_caught() throws IOException {
    Map<String, Row> rows = measured("own texts", ownTexts());
    // A point or two below what was measured when the floors were set.
    assertThat(row(rows, "number").rate()).isGreaterThanOrEqualTo(0.99);
    assertThat(row(rows, "name").rate()).isGreaterThanOrEqualTo(0.98);
    assertThat(row(rows, "negation").rate()).isGreaterThanOrEqualTo(0.98);
    assertThat(row(rows, "opposite").rate()).isGreaterThanOrEqualTo(0.96);
    assertThat(row(rows, "clean passed").rate()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void planted_errors_in_abstracts_and_reports_are_caught() throws IOException {
    Path folder = Corpora.at("summaries");
    Map<String, Row> rows = measured("abstracts and reports", corpora(folder));
    for (String kind : List.of("number", "name", "negation", "opposite")) {
      assertThat(row(rows, kind).all).as(kind).isGreaterThanOrEqualTo(1_000);
    }
    assertThat(row(rows, "number").rate()).isGreaterThanOrEqualTo(0.995);
    assertThat(row(rows, "name").rate()).isGreaterThanOrEqualTo(0.995);
    assertThat(row(rows, "negation").rate()).isGreaterThanOrEqualTo(0.99);
    assertThat(row(rows, "opposite").rate()).isGreaterThanOrEqualTo(0.96);
    assertThat(row(rows, "clean passed").rate()).isGreaterThanOrEqualTo(0.985);
  }

  private static Row row(Map<String, Row> rows, String kind) {
    return Objects.requireNonNull(rows.get(kind), kind);
  }

  private Map<String, Row> measured(String what, List<NumberedText> documents) {
    Random random = new Random(20261121);
    List<Cited> claims = new ArrayList<>();
    documents.forEach(document -> claims.addAll(SeededClaims.of(document)));
    Collections.shuffle(claims, random);
    claims.subList(Math.min(claims.size(), MOST_CLAIMS), claims.size()).clear();
    Map<String, Row> clean = new TreeMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    List<Cited> passed = new ArrayList<>();
    Map<String, Integer> blamed = new TreeMap<>();
    for (Cited cited : claims) {
      List<Finding> findings = gate.findings(cited.text(), cited.claim(), List.of());
      for (String key : List.of("clean passed", cited.how())) {
        Row row = (key.equals(cited.how()) ? clean : rows).computeIfAbsent(key, k -> new Row());
        row.all++;
        row.found += findings.isEmpty() ? 1 : 0;
      }
      findings.forEach(f -> blamed.merge(f.kind(), 1, Integer::sum));
      if (findings.isEmpty()) {
        passed.add(cited);
      } else {
        sample(
            "clean",
            cited.how() + " " + findings.getFirst().kind() + ": " + findings.getFirst().detail(),
            cited,
            cited.claim().claim());
      }
    }
    SeededErrors errors = new SeededErrors(random);
    plant(rows, "number", passed, errors::number);
    plant(rows, "name", passed, errors::name);
    plant(rows, "negation", passed, errors::negation);
    plant(rows, "opposite", passed, errors::opposite);
    plant(
        rows, "opposite the gate's list lacks", passed, cited -> unlisted(errors.opposite(cited)));
    print(what, rows, clean, blamed);
    return rows;
  }

  /** Only what no list of ours knows as a contrary. */
  private @Nullable Planted unlisted(@Nullable Planted planted) {
    if (planted == null) {
      return null;
    }
    List<String> pair = List.of(planted.change().toLowerCase(Locale.ROOT).split(" -> ", 2));
    boolean listed = known.opposite(Words.root(pair.getFirst()), Words.root(pair.getLast()));
    return listed ? null : planted;
  }

  private void plant(
      Map<String, Row> rows,
      String kind,
      List<Cited> claims,
      Function<Cited, @Nullable Planted> how) {
    Row row = rows.computeIfAbsent(kind, k -> new Row());
    for (Cited cited : claims) {
      Planted planted = row.all >= MOST ? null : how.apply(cited);
      if (planted == null || planted.claim().equals(cited.claim().claim())) {
        continue;
      }
      Claim claim = new Claim(planted.claim(), cited.claim().sentenceIds(), cited.claim().quote());
      boolean found = !gate.findings(cited.text(), claim, List.of()).isEmpty();
      row.all++;
      row.found += found ? 1 : 0;
      row.within += planted.within() ? 1 : 0;
      row.foundWithin += planted.within() && found ? 1 : 0;
      if (!found) {
        sample(kind, planted.change(), cited, planted.claim());
      }
    }
  }

  private static void sample(String kind, String why, Cited cited, String claim) {
    if (kind.equals(System.getProperty("seeded.show"))) {
      System.out.println(kind + " [" + why + "]\n   " + claim);
      cited
          .claim()
          .sentenceIds()
          .forEach(n -> System.out.println("   = " + cited.text().sentences().get(n - 1)));
    }
  }

  private static void print(
      String what, Map<String, Row> rows, Map<String, Row> clean, Map<String, Integer> blamed) {
    if (!PRINT) {
      return;
    }
    System.out.println(what);
    rows.forEach((kind, row) ->
        System.out.printf(
            Locale.ROOT,
            "  %-31s %6d  %6.2f %%%s%n",
            kind,
            row.all,
            100 * row.rate(),
            row.within == 0
                ? ""
                : String.format(
                    Locale.ROOT,
                    "   in the cited sentences too %5d  %6.2f %%",
                    row.within,
                    100.0 * row.foundWithin / row.within)));
    clean.forEach((how, row) ->
        System.out.printf(
            Locale.ROOT, "    clean, %-26s %6d  %6.2f %%%n", how, row.all, 100 * row.rate()));
    System.out.println("  blamed in clean claims: " + blamed);
  }

  static List<NumberedText> corpora(Path folder) throws IOException {
    List<NumberedText> texts = new ArrayList<>();
    for (String file : List.of("tldr_train.jsonl", "tldr_dev.in.jsonl")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        List<String> sentences = new ArrayList<>();
        MAPPER.readTree(line).get("source").forEach(s -> sentences.add(s.asText()));
        texts.add(NumberedText.of(String.join("\n", sentences)));
      }
    }
    for (String set : List.of("ectsum", "sales_email")) {
      List<String> documents = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("edits_" + set + ".in.jsonl"))) {
        JsonNode pair = MAPPER.readTree(line);
        documents.add(pair.get("doc").asText());
      }
      documents.stream().distinct().forEach(d -> texts.add(NumberedText.of(d)));
    }
    return texts;
  }

  /** The articles of the demonstration: header lines, "---", then the text. */
  private static List<NumberedText> ownTexts() throws IOException {
    List<NumberedText> texts = new ArrayList<>();
    try (var files = Files.list(Path.of("src/main/resources/demo/sites"))) {
      for (Path file : files.sorted().toList()) {
        for (String part : Files.readString(file).split("\n=====\n")) {
          int body = part.indexOf("\n---\n");
          if (body >= 0) {
            texts.add(NumberedText.of(part.substring(body + 5).replaceAll("<[^<>]{1,200}>", "")));
          }
        }
      }
    }
    return texts;
  }
}
