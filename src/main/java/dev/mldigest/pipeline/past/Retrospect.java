package dev.mldigest.pipeline.past;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.PastDigests.PastDigest;
import dev.mldigest.review.Cuts;
import dev.mldigest.review.desk.Minutes;
import dev.mldigest.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the editor is told of his own work on earlier issues: how long the last one took, and what
 * he cuts again and again. It offers; nothing is applied unasked.
 */
public final class Retrospect {
  /** Half a year: an editor's habits of today. */
  private static final int MOST_ISSUES = 26;

  /** A quarter of a year shows whether the work gets less. */
  private static final int MOST_BEFORE = 12;

  /** Fewer may be chance, and a house rule is for ever. */
  private static final int OFTEN = 5;

  /** A word that stays in more than a fifth of the items that have it is cut for another reason. */
  private static final int TIMES = 4;

  /** A list of words is not read. */
  private static final int MOST_OFFERS = 3;

  private Retrospect() {}

  /**
   * One sentence each.
   *
   * @param banned words that are banned already
   */
  public static List<String> before(Week week, Store store, IssueFiles files, Set<String> banned) {
    return told(PastDigests.before(week, store, files), store, besides(banned, files));
  }

  /** The same up to and with that week. */
  public static List<String> until(Week last, Store store, IssueFiles files) {
    Week next = new Week(last.year() + 1, 1);
    return told(
        PastDigests.before(next, store, files).stream()
            .filter(past -> past.week().compareTo(last) <= 0)
            .toList(),
        store,
        besides(Set.of(), files));
  }

  /** What the editor's cuts up to and with that week speak for, and is not banned yet. */
  public static List<Offer> offers(Week last, Store store, IssueFiles files, Set<String> banned) {
    Week next = new Week(last.year() + 1, 1);
    return offers(
            PastDigests.before(next, store, files).stream()
                .filter(past -> past.week().compareTo(last) <= 0)
                .toList(),
            besides(banned, files))
        .toList();
  }

  /** A word that the editor wants to hear of no more, or again. */
  public static void decline(String word, boolean declined, IssueFiles files) {
    new Declined(files).set(word, declined);
  }

  private static Set<String> besides(Set<String> banned, IssueFiles files) {
    return Stream.concat(banned.stream(), new Declined(files).words().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> told(List<PastDigest> past, Store store, Set<String> banned) {
    return Stream.concat(minutes(past, store), offers(past, banned).map(Offer::sentence)).toList();
  }

  private static Stream<String> minutes(List<PastDigest> past, Store store) {
    List<Optional<Minutes>> all =
        past.stream()
            .limit(1L + MOST_BEFORE)
            .map(issue ->
                Minutes.of(Desks.events(issue.week(), store)).filter(minutes -> minutes.acts() > 0))
            .toList();
    return all.stream()
        .limit(1)
        .flatMap(Optional::stream)
        .map(last ->
            "The review of "
                + past.getFirst().week()
                + ": "
                + last.sentence()
                + before(all.subList(1, all.size()))
                + ".");
  }

  /** What the issues before it took, where some of them were reviewed. */
  private static String before(List<Optional<Minutes>> earlier) {
    List<Long> minutes =
        earlier.stream()
            .flatMap(Optional::stream)
            .map(one -> (one.atWork().toSeconds() + 59) / 60)
            .sorted()
            .toList();
    return minutes.isEmpty()
        ? ""
        : ", %d in the middle of the %d before it"
            .formatted(minutes.get(minutes.size() / 2), minutes.size());
  }

  private static Stream<Offer> offers(List<PastDigest> past, Set<String> banned) {
    List<Cuts> items =
        past.stream()
            .limit(MOST_ISSUES)
            .filter(PastDigest::seen)
            .flatMap(digest -> Cuts.of(digest.generated(), digest.text()).stream())
            .toList();
    return offered(items, banned).stream();
  }

  /**
   * A house rule that the editor's cuts speak for.
   *
   * @param word that is cut
   * @param times how often it was
   */
  public record Offer(String word, int times) {
    /** With the command that sets it. */
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "You cut '%s' %d times: ban it? 'echo %s >> prompts/banned.txt' keeps the model"
              + " from bringing it in.",
          word,
          times,
          word);
    }
  }

  private static List<Offer> offered(List<Cuts> items, Set<String> banned) {
    Map<String, Integer> cut = new TreeMap<>();
    Map<String, Integer> kept = new HashMap<>();
    items.forEach(item -> {
      item.cut().forEach(word -> cut.merge(word, 1, Integer::sum));
      item.kept().forEach(word -> kept.merge(word, 1, Integer::sum));
    });
    return cut.entrySet().stream()
        .filter(word -> word.getValue() >= OFTEN && !banned.contains(word.getKey()))
        .filter(word -> word.getValue() >= TIMES * kept.getOrDefault(word.getKey(), 0))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_OFFERS)
        .map(word -> new Offer(word.getKey(), word.getValue()))
        .collect(Collectors.toList());
  }
}
