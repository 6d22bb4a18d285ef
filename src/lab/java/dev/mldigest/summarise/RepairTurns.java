package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.summarise.ground.Claim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the repair turn brings back: the sound claims of a text are taken for its summary, two to
 * four at once, and where the rules refuse some the model is told so once. A run asks only where
 * the first claim fell or fewer than two are left; here all are asked, and both are counted.
 */
final class RepairTurns {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** As many as a summary has. */
  private static final int MOST = 4;

  private final Task task;
  private final Task repair;

  RepairTurns(Task task, Task repair) {
    this.task = task;
    this.repair = repair;
  }

  void ask(List<LabelledText> texts, AskedOutside outside) throws IOException {
    int number = 0;
    for (LabelledText text : texts) {
      for (List<Claim> claims : items(text)) {
        CheckedClaims checked = CheckedClaims.of(task, text.text(), json(claims));
        if (!checked.refused().isEmpty()) {
          String title = text.text().title();
          Map<String, String> first = text.text().numbered().values(title, "a blog", "");
          Map<String, String> values = Repair.values(first, checked);
          outside.ask("repair", ++number, text, claims, repair.prompt(), values);
        }
      }
    }
  }

  /**
   * The sound claims in their order; one that begins where another began belongs to another
   * summary. What is alone is no summary and left out.
   */
  private static List<List<Claim>> items(LabelledText text) {
    List<List<Claim>> items = new ArrayList<>();
    List<Claim> item = new ArrayList<>();
    for (Claim claim : text.sound()) {
      int first = claim.sentenceIds().getFirst();
      boolean again = item.stream().anyMatch(one -> one.sentenceIds().getFirst() == first);
      if (item.size() == MOST || again) {
        items.add(item);
        item = new ArrayList<>();
      }
      item.add(claim);
    }
    items.add(item);
    return items.stream().filter(one -> one.size() >= CheckedClaims.FEWEST).toList();
  }

  private static ArrayNode json(List<Claim> claims) {
    ArrayNode all = MAPPER.createArrayNode();
    for (Claim claim : claims) {
      ObjectNode node = all.addObject().put("claim", claim.claim()).put("quote", claim.quote());
      claim.sentenceIds().forEach(node.putArray("sentenceIds")::add);
    }
    return all;
  }

  /** Prints what passes before and after, set by set. */
  void measure(List<LabelledText> texts, AskedOutside outside) throws IOException {
    Map<String, AskedOutside.Item> asked = new HashMap<>();
    for (AskedOutside.Item item : outside.asked("repair")) {
      asked.put(item.text() + "\n" + String.join("\n", item.claims()), item);
    }
    for (String set : texts.stream().map(LabelledText::set).distinct().toList()) {
      Count count = new Count();
      for (LabelledText text : texts) {
        for (List<Claim> claims : text.set().equals(set) ? items(text) : List.<List<Claim>>of()) {
          CheckedClaims before = CheckedClaims.of(task, text.text(), json(claims));
          String key =
              text.id() + "\n" + String.join("\n", claims.stream().map(Claim::claim).toList());
          Optional<JsonNode> answer =
              asked.containsKey(key)
                  ? outside.answer(asked.get(key), repair.prompt())
                  : Optional.empty();
          count.add(claims.size(), before, answer.map(a -> told(text, a)));
        }
      }
      System.out.printf("%s: the repair turn%n%s%n", set, count);
    }
  }

  private CheckedClaims told(LabelledText text, JsonNode answer) {
    CheckedClaims after = CheckedClaims.of(repair, text.text(), answer.path("claims"));
    after
        .refused()
        .forEach(one ->
            System.out.printf(
                "  refused again (%s): %s [%s]%n",
                one.finding().kind(), one.claim().claim(), one.finding().detail()));
    return after;
  }

  /** Items of one set. */
  private static final class Count {
    private int items;
    private int claims;
    private int unrefused;
    private int unanswered;
    private final int[] passed = new int[3];
    private final int[] leads = new int[3];
    private final int[] whole = new int[3];

    void add(int size, CheckedClaims before, Optional<CheckedClaims> told) {
      items++;
      claims += size;
      unrefused += before.refused().isEmpty() ? 1 : 0;
      unanswered += !before.refused().isEmpty() && told.isEmpty() ? 1 : 0;
      CheckedClaims inAll = told.map(before::with).orElse(before);
      count(0, size, before);
      count(1, size, before.isWhole() ? before : inAll);
      count(2, size, before.refused().isEmpty() ? before : inAll);
    }

    private void count(int column, int size, CheckedClaims checked) {
      passed[column] += Math.min(size, checked.kept().size());
      leads[column] += checked.lead() ? 1 : 0;
      whole[column] += checked.isWhole() ? 1 : 0;
    }

    @Override
    public String toString() {
      List<String> lines = new ArrayList<>();
      lines.add("  items: %d, of these with all claims passed: %d".formatted(items, unrefused));
      List<String> how = List.of("without", "asked as in a run", "asked wherever one fell");
      for (int i = 0; i < how.size(); i++) {
        lines.add(
            "  %-24s claims %s, lead %s, publishable %s"
                .formatted(
                    how.get(i),
                    ReaderTurns.share(passed[i], claims),
                    ReaderTurns.share(leads[i], items),
                    ReaderTurns.share(whole[i], items)));
      }
      lines.add("  questions without a usable answer: " + unanswered);
      return String.join("\n", lines) + "\n";
    }
  }
}
