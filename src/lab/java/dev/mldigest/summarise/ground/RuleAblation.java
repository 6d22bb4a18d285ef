package dev.mldigest.summarise.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.rule.WordRule.EachWord;
import dev.mldigest.summarise.ground.rule.fact.QuoteStands;
import dev.mldigest.summarise.ground.rule.form.Verbatim;
import dev.mldigest.text.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What each groundedness rule is worth: on labelled claims and summaries, how many it refuses, and
 * how many it alone refuses, so that they would pass without it. The figures in the rules' comments
 * come from here, each of the day when its rule was last worded: other rules have changed since.
 *
 * <p>Claims are held to the rules as the gate holds them: names may come from the title, and a
 * claim that is one of its sentences, word for word, is held to its quote alone. What a second
 * reader takes away is none of a rule's and is measured by {@code turns}.
 */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "What each groundedness rule refuses, rightly and wrongly, with and without the others.",
      "In brackets: what the rule alone refuses and would pass without it."
    })
public final class RuleAblation implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> EDITS =
      List.of("ectsum", "podcast", "qmsumm", "sales_call", "sales_email", "samsum");

  /** Enough that a rule's tenth of a percent is more than a few claims. */
  private static final int PLANTED_IN = 6_000;

  private static final long SEED = 20261121;

  @Spec private CommandSpec spec;

  @Option(
      names = "--corpora",
      paramLabel = "DIR",
      description = "A folder of corpora, for the planted errors and the edited summaries.")
  private @Nullable Path corpora;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description = {
        "JSON lines 'claim', 'cites', 'quote', 'sound' and 'sentences', or 'article', the name of"
            + " a",
        "text in --texts."
      })
  private @Nullable Path claims;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "JSON lines 'article' and 'doc': what --claims is about.")
  private @Nullable Path texts;

  /**
   * Something said, and what it is held against.
   *
   * @param copied true if it is one of its sentences, word for word
   */
  private record Held(Assertion said, Basis basis, boolean copied) {
    Held(Assertion said, Basis basis) {
      this(said, basis, false);
    }

    boolean isRefusedBy(Rule rule) {
      boolean holds = !copied || rule instanceof QuoteStands;
      return holds && !rule.doubts(said, basis).isEmpty();
    }
  }

  /** A claim, or the sentences of a summary, and whether all of it is true. */
  private record Labelled(List<Held> parts, boolean sound) {
    static Labelled of(Assertion said, Basis basis, boolean sound) {
      return new Labelled(List.of(new Held(said, basis)), sound);
    }

    boolean isRefusedBy(Rule rule) {
      return parts.stream().anyMatch(part -> part.isRefusedBy(rule));
    }
  }

  /** How many a rule refuses, and how many it alone. */
  private static final class Count {
    private int fired;
    private int alone;

    void add(boolean onlyOne) {
      fired++;
      alone += onlyOne ? 1 : 0;
    }

    @Override
    public String toString() {
      return fired == 0 ? "-" : fired + " (" + alone + ")";
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Rule> gate =
        rules(List.of(List.of(new Verbatim(Verbatim.DEFAULT)), Rules.CLAIM, Rules.MODEL));
    List<Rule> line = rules(List.of(Rules.LINE, Rules.MODEL));
    for (String half : List.of("seen", "held")) {
      List<Labelled> own = ownClaims(half, RuleAblation::cited);
      print("claims of ours, the half " + half, gate, own);
      print("the same as lines", line, ownClaims(half, RuleAblation::line));
      print(
          "the same against the whole text",
          rules(List.of(Rules.SUMMARY)),
          ownClaims(half, RuleAblation::summary));
    }
    if (claims != null) {
      print("claims of another hand", gate, otherClaims(claims, RuleAblation::cited));
      print(
          "the same against the whole text",
          rules(List.of(Rules.SUMMARY)),
          otherClaims(claims, RuleAblation::summary));
    }
    if (corpora != null) {
      Path folder = corpora.resolve("summaries");
      List<Rule> copying = rules(List.of(Rules.CLAIM, Rules.MODEL));
      print("errors planted in abstracts and reports", copying, planted(folder));
      List<Labelled> all = new ArrayList<>();
      for (String set : EDITS) {
        all.addAll(edited(folder, set));
      }
      print("edited summaries of six domains", rules(List.of(Rules.SUMMARY)), all);
    }
    return ExitCode.OK;
  }

  private static List<Rule> rules(List<List<Rule>> lists) {
    return lists.stream().flatMap(List::stream).flatMap(RuleAblation::parts).toList();
  }

  private static Stream<Rule> parts(Rule rule) {
    return rule instanceof EachWord(var rules)
        ? rules.stream().map(Rule.class::cast)
        : Stream.of(rule);
  }

  private void print(String set, List<Rule> rules, List<Labelled> all) {
    Map<Rule, Count> wrongly = new HashMap<>();
    Map<Rule, Count> rightly = new HashMap<>();
    int sound = 0;
    int refusedSound = 0;
    int refused = 0;
    for (Labelled one : all) {
      List<Rule> against = rules.stream().filter(one::isRefusedBy).toList();
      Map<Rule, Count> counts = one.sound() ? wrongly : rightly;
      against.forEach(
          rule -> counts.computeIfAbsent(rule, r -> new Count()).add(against.size() == 1));
      sound += one.sound() ? 1 : 0;
      refusedSound += one.sound() && !against.isEmpty() ? 1 : 0;
      refused += against.isEmpty() ? 0 : 1;
    }
    row(set, sound + " true", (all.size() - sound) + " false");
    row("refused by any rule", refusedSound, refused - refusedSound);
    for (Rule rule : rules) {
      Count none = new Count();
      row("  " + name(rule), wrongly.getOrDefault(rule, none), rightly.getOrDefault(rule, none));
    }
  }

  private void row(String name, Object wrongly, Object rightly) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%-50s  %14s  %14s%n", name, wrongly, rightly);
    out.flush();
  }

  private static String name(Rule rule) {
    return rule instanceof Record ? rule.toString() : rule.getClass().getSimpleName();
  }

  private static Labelled cited(JsonNode claim, List<String> sentences) {
    List<String> cited = citations(claim, sentences);
    String words = claim.path("claim").asText();
    Held held =
        new Held(
            Assertion.of(words, claim.path("quote").asText()),
            Basis.cited(cited, sentences).headed(claim.path("article").asText()),
            cited.stream().anyMatch(one -> one.strip().equals(words.strip())));
    return new Labelled(List.of(held), isSound(claim));
  }

  private static Labelled line(JsonNode claim, List<String> sentences) {
    return Labelled.of(
        Assertion.of(claim.path("claim").asText()),
        Basis.claims(citations(claim, sentences)),
        isSound(claim));
  }

  private static Labelled summary(JsonNode claim, List<String> sentences) {
    Assertion said = Assertion.of(claim.path("claim").asText());
    Basis basis = new LikestSentences(String.join("\n", sentences)).of(said.span());
    return Labelled.of(said, basis, isSound(claim));
  }

  private static boolean isSound(JsonNode claim) {
    return claim.path("sound").asBoolean() || claim.path("faithful").asBoolean();
  }

  private static List<String> citations(JsonNode claim, List<String> sentences) {
    JsonNode numbers = claim.has("cites") ? claim.get("cites") : claim.path("sentenceIds");
    return IntStream.range(0, numbers.size())
        .map(i -> numbers.get(i).asInt())
        .filter(n -> n >= 1 && n <= sentences.size())
        .distinct()
        .sorted()
        .mapToObj(n -> sentences.get(n - 1))
        .toList();
  }

  private interface Reading {
    Labelled of(JsonNode claim, List<String> sentences);
  }

  private static List<Labelled> ownClaims(String half, Reading how) throws IOException {
    List<Labelled> all = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            RuleAblation.class.getResourceAsStream("/summarise/natural-claims.jsonl"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        JsonNode text = MAPPER.readTree(line);
        if (text.path("half").asText().equals(half)) {
          text.path("claims").forEach(c -> all.add(how.of(c, strings(text.path("sentences")))));
        }
      }
    }
    return all;
  }

  private List<Labelled> otherClaims(Path file, Reading how) throws IOException {
    Map<String, List<String>> documents = new HashMap<>();
    if (texts != null) {
      for (JsonNode text : lines(texts)) {
        documents.put(text.path("article").asText(), Sentences.of(text.path("doc").asText()));
      }
    }
    List<Labelled> all = new ArrayList<>();
    for (JsonNode claim : lines(file)) {
      List<String> sentences =
          claim.has("sentences")
              ? Sentences.of(String.join("\n", strings(claim.get("sentences"))))
              : documents.getOrDefault(claim.path("article").asText(), List.of());
      all.add(how.of(claim, sentences));
    }
    return all;
  }

  /** True claims made by rewriting, and each with one error of each kind planted in it. */
  private static List<Labelled> planted(Path folder) throws IOException {
    Random random = new Random(SEED);
    List<SeededClaims.Cited> sound = new ArrayList<>();
    for (NumberedText text : SeededErrorsTest.corpora(folder)) {
      sound.addAll(SeededClaims.of(text));
    }
    Collections.shuffle(sound, random);
    SeededErrors errors = new SeededErrors(random);
    List<Function<SeededClaims.Cited, SeededErrors.@Nullable Planted>> kinds =
        List.of(errors::number, errors::name, errors::negation, errors::opposite);
    List<Labelled> all = new ArrayList<>();
    for (SeededClaims.Cited one : sound.subList(0, Math.min(PLANTED_IN, sound.size()))) {
      all.add(labelled(one, one.claim().claim(), true));
      for (var kind : kinds) {
        SeededErrors.Planted planted = kind.apply(one);
        if (planted != null && !planted.claim().equals(one.claim().claim())) {
          all.add(labelled(one, planted.claim(), false));
        }
      }
    }
    return all;
  }

  private static Labelled labelled(SeededClaims.Cited one, String text, boolean sound) {
    List<String> sentences = one.text().sentences();
    List<String> cited = one.claim().sentenceIds().stream().map(n -> sentences.get(n - 1)).toList();
    return Labelled.of(
        Assertion.of(text, one.claim().quote()), Basis.cited(cited, sentences), sound);
  }

  private static List<Labelled> edited(Path folder, String set) throws IOException {
    Map<String, Boolean> sound = new HashMap<>();
    for (JsonNode gold : lines(folder.resolve("edits_" + set + ".gold.jsonl"))) {
      sound.put(gold.path("id").asText(), gold.path("label").asInt() == 1);
    }
    Map<String, LikestSentences> documents = new HashMap<>();
    List<Labelled> all = new ArrayList<>();
    for (JsonNode pair : lines(folder.resolve("edits_" + set + ".in.jsonl"))) {
      LikestSentences document =
          documents.computeIfAbsent(pair.path("doc").asText(), LikestSentences::new);
      List<Held> parts =
          Sentences.of(pair.path("summary").asText()).stream()
              .map(Assertion::of)
              .map(said -> new Held(said, document.of(said.span())))
              .toList();
      all.add(new Labelled(parts, sound.getOrDefault(pair.path("id").asText(), false)));
    }
    return all;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(MAPPER.readTree(line));
    }
    return lines;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
