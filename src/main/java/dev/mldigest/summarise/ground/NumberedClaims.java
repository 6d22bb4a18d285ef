package dev.mldigest.summarise.ground;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening.Ground;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.io.Sha256;
import dev.mldigest.text.TextExcerpt;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Claims that passed the gate, numbered from 1, as a model gets to read them: a blank line between
 * items, between markers with a code that they cannot hold because it is their own hash. Sentences
 * that were taken over from a source are left out, however good they are: these no gate has seen.
 */
public record NumberedClaims(List<Statement> all, Map<String, String> titles) {
  // What an introduction is written from: more than it can name, in some 1,500 tokens at most.
  private static final int MOST = 24;

  /** In words: a title as feeds have them; longer ones are cut. */
  private static final int TITLE_WORDS = 30;

  /** So many items lead an issue; an introduction says more of these. */
  private static final int LEADING = 3;

  /** Two long sentences: a longer claim would crowd out the others. */
  private static final int MOST_CHARS = 400;

  /** A claim and where it stands. */
  public record Statement(Ground ground, String text) {}

  public NumberedClaims {
    all = List.copyOf(all);
    titles = Map.copyOf(titles);
  }

  /** Of the first items two statements, of the others one. */
  public static NumberedClaims of(List<Issue.Item> leads) {
    List<Statement> all = new ArrayList<>();
    int items = 0;
    for (Issue.Item item : leads) {
      List<Statement> own = of(item.id(), item.summary()).all();
      if (!own.isEmpty()) {
        all.addAll(own.subList(0, Math.min(own.size(), items < LEADING ? 2 : 1)));
        items++;
      }
    }
    return new NumberedClaims(all.subList(0, Math.min(all.size(), MOST)), titles(leads));
  }

  /** Titles that speak to a model are not shown. */
  private static Map<String, String> titles(List<Issue.Item> leads) {
    Map<String, String> titles = new HashMap<>();
    for (Issue.Item item : leads) {
      String title = TextExcerpt.words(Texts.oneLine(item.title()), TITLE_WORDS);
      if (!title.isBlank() && !UnfitSentences.speaksToAModel(title)) {
        titles.put(item.id(), title);
      }
    }
    return titles;
  }

  /** The title of the item that a statement is of; empty if it is not known. */
  public String title(Statement statement) {
    return titles.getOrDefault(statement.ground().item(), "");
  }

  /** All of one item. */
  public static NumberedClaims of(String item, Summary summary) {
    List<Statement> all = new ArrayList<>();
    for (int i = 0; i < summary.sentences().size(); i++) {
      SummarySentence sentence = summary.sentences().get(i);
      String text = Texts.oneLine(sentence.text());
      boolean written = !summary.by().equals(Summary.OFFLINE);
      if (written && text.length() <= MOST_CHARS && !UnfitSentences.test(text)) {
        all.add(new Statement(new Ground(item, i + 1), text));
      }
    }
    return new NumberedClaims(all, Map.of());
  }

  /** How many items they are of. */
  public long items() {
    return all.stream().map(statement -> statement.ground().item()).distinct().count();
  }

  public String text() {
    return all.stream().map(Statement::text).collect(Collectors.joining("\n"));
  }

  /**
   * Those with these numbers; none if one of the numbers is not there, or if they are of several
   * items: what two items say must not become one statement.
   */
  public List<Statement> cited(List<Integer> numbers) {
    List<Integer> distinct = numbers.stream().distinct().toList();
    if (distinct.isEmpty() || distinct.stream().anyMatch(n -> n < 1 || n > all.size())) {
      return List.of();
    }
    List<Statement> cited = distinct.stream().map(n -> all.get(n - 1)).toList();
    boolean one =
        cited.stream().map(statement -> statement.ground().item()).distinct().count() == 1;
    return one ? cited : List.of();
  }

  /**
   * The values of a prompt.
   *
   * @param voice passages of the editor's, one a line
   * @param banned as the prompt lists them
   * @param refused lines that were written before, each with the reason
   */
  public Map<String, String> values(String voice, String banned, List<String> refused) {
    String claims = numbered();
    String again = String.join("\n", refused);
    String nonce = Sha256.of(claims + "\n" + voice + "\n" + again).substring(0, 12);
    return Map.of(
        "claims", claims, "voice", voice, "banned", banned, "refused", again, "nonce", nonce);
  }

  private String numbered() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      boolean sameItem = i > 0 && all.get(i).ground().item().equals(all.get(i - 1).ground().item());
      lines.append(i == 0 ? "" : sameItem ? "\n" : "\n\n");
      String title = sameItem ? "" : title(all.get(i));
      lines.append(title.isEmpty() ? "" : "Title: " + title + "\n");
      lines.append("[").append(i + 1).append("] ").append(all.get(i).text());
    }
    return lines.toString();
  }
}
