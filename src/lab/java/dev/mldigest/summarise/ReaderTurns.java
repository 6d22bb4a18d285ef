package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.summarise.LabelledText.Labelled;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * What the second reader takes away of claims that somebody labelled: asked of what passes the
 * rules, four at once as in an item, and apart from that of what they refuse, to see what the
 * reader sees by itself.
 */
final class ReaderTurns {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** As many as the schema has verdicts for. */
  private static final int MOST = 4;

  private static final long SEED = 20261130;

  private final Task task;
  private final Prompt prompt;

  ReaderTurns(Task task, Prompt prompt) {
    this.task = task;
    this.prompt = prompt;
  }

  private record Part(LabelledText text, List<Claim> claims) {}

  /** Writes the questions; of those that the rules refuse only where a text is in {@code alone}. */
  void ask(List<LabelledText> texts, Set<String> alone, AskedOutside outside) throws IOException {
    Random random = new Random(SEED);
    List<Part> parts = new ArrayList<>();
    for (LabelledText text : texts) {
      List<Claim> claims = new ArrayList<>(text.claims().stream().map(Labelled::claim).toList());
      Collections.shuffle(claims, random);
      parts.addAll(parts(text, claims.stream().filter(c -> passes(text, c)).toList()));
      if (alone.contains(text.set())) {
        parts.addAll(parts(text, claims.stream().filter(c -> !passes(text, c)).toList()));
      }
    }
    // Neighbours are of other texts, so that nothing is known from the question before.
    Collections.shuffle(parts, random);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Map<String, String> values = SecondReader.values(part.text().text(), checked(part).kept());
      outside.ask("reader", i + 1, part.text(), part.claims(), prompt, values);
    }
  }

  private static List<Part> parts(LabelledText text, List<Claim> claims) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < claims.size(); from += MOST) {
      parts.add(new Part(text, claims.subList(from, Math.min(claims.size(), from + MOST))));
    }
    return parts;
  }

  private boolean passes(LabelledText text, Claim claim) {
    return task.findings(text.text(), claim, List.of()).isEmpty();
  }

  private static CheckedClaims checked(Part part) {
    return new CheckedClaims(
        part.claims().stream().map(claim -> sentence(part.text().text(), claim)).toList(),
        List.of(),
        true);
  }

  private static SummarySentence sentence(ClaimGate.Text text, Claim claim) {
    List<String> sentences = text.numbered().sentences();
    return new SummarySentence(
        claim.claim(),
        claim.sentenceIds().stream()
            .distinct()
            .filter(n -> n >= 1 && n <= sentences.size())
            .map(n -> new Evidence(n, ClaimGate.span(sentences.get(n - 1), claim.quote())))
            .toList());
  }

  /** Somebody who judges: whoever wrote the answers, or one who says the same of everything. */
  private interface Judge {
    List<SummarySentence> left(AskedOutside.Item item, CheckedClaims checked) throws IOException;
  }

  /** Prints what is left, set by set. */
  void measure(List<LabelledText> texts, AskedOutside outside) throws IOException {
    Map<String, LabelledText> known = new HashMap<>();
    texts.forEach(text -> known.put(text.id(), text));
    List<AskedOutside.Item> items = outside.asked("reader");
    print(
        "answers written by others",
        items,
        known,
        texts,
        (item, checked) ->
            outside
                .answer(item, prompt)
                .map(answer -> SecondReader.read(checked, checked.kept(), answer.path("verdicts")))
                .orElse(checked)
                .kept());
    for (String always : List.of("supported", "contradicted")) {
      print(
          "a reader who says '" + always + "' of all",
          items,
          known,
          texts,
          (item, checked) ->
              SecondReader.read(checked, checked.kept(), all(always, checked)).kept());
    }
    long silent = 0;
    for (AskedOutside.Item item : items) {
      silent += outside.answer(item, prompt).isEmpty() ? 1 : 0;
    }
    System.out.printf("questions without a usable answer: %d of %d%n%n", silent, items.size());
  }

  private static ArrayNode all(String verdict, CheckedClaims checked) {
    ArrayNode verdicts = MAPPER.createArrayNode();
    for (int i = 0; i < checked.kept().size(); i++) {
      verdicts.addObject().put("claim", i + 1).put("words", "").put("verdict", verdict);
    }
    return verdicts;
  }

  private void print(
      String judge,
      List<AskedOutside.Item> items,
      Map<String, LabelledText> known,
      List<LabelledText> texts,
      Judge by)
      throws IOException {
    Set<String> taken = new HashSet<>();
    Set<String> judged = new HashSet<>();
    for (AskedOutside.Item item : items) {
      LabelledText text = Objects.requireNonNull(known.get(item.text()), item.text());
      Map<String, Claim> byWords = new HashMap<>();
      text.claims().forEach(one -> byWords.put(one.claim().claim(), one.claim()));
      List<Claim> claims =
          item.claims().stream().map(c -> Objects.requireNonNull(byWords.get(c), c)).toList();
      List<SummarySentence> left = by.left(item, checked(new Part(text, claims)));
      for (Claim claim : claims) {
        judged.add(text.id() + "\n" + claim.claim());
        if (left.stream().noneMatch(sentence -> sentence.text().equals(claim.claim()))) {
          taken.add(text.id() + "\n" + claim.claim());
        }
      }
    }
    for (String set : texts.stream().map(LabelledText::set).distinct().toList()) {
      Count count = new Count();
      texts.stream()
          .filter(text -> text.set().equals(set))
          .forEach(text -> count.add(this, text, judged, taken));
      System.out.printf("%s: %s%n%s%n", set, judge, count);
    }
  }

  /** Claims of one set. */
  private static final class Count {
    private final int[] all = new int[2];
    private final int[] refused = new int[2];
    private final int[] taken = new int[2];
    private final int[] passed = new int[2];
    private final int[] judged = new int[2];
    private final int[] wrong = new int[2];

    void add(ReaderTurns turns, LabelledText text, Set<String> seen, Set<String> away) {
      for (Labelled one : text.claims()) {
        int sound = one.sound() ? 1 : 0;
        String id = text.id() + "\n" + one.claim().claim();
        boolean passes = turns.passes(text, one.claim());
        all[sound]++;
        refused[sound] += passes ? 0 : 1;
        taken[sound] += passes && away.contains(id) ? 1 : 0;
        passed[sound] += passes && !seen.contains(id) ? 1 : 0;
        judged[sound] += seen.contains(id) ? 1 : 0;
        wrong[sound] += seen.contains(id) && away.contains(id) == one.sound() ? 1 : 0;
      }
    }

    @Override
    public String toString() {
      return """
        unsound refused: %s by the rules, %s with the reader
        sound passed: %s by the rules, %s with the reader (lost to it: %d)
        verdicts wrong: %s of the sound, %s of the unsound; passed the rules and not asked: %d
      """
          .formatted(
              share(refused[0], all[0]),
              share(refused[0] + taken[0], all[0]),
              share(all[1] - refused[1], all[1]),
              share(all[1] - refused[1] - taken[1], all[1]),
              taken[1],
              share(wrong[1], judged[1]),
              share(wrong[0], judged[0]),
              passed[0] + passed[1]);
    }
  }

  static String share(int some, int all) {
    return "%d of %d (%.1f %%)".formatted(some, all, all == 0 ? 0 : 100.0 * some / all);
  }
}
