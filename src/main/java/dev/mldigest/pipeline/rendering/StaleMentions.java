package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.Envelope;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.review.Reviewed;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.digest.Part;
import dev.mldigest.store.Issues;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a digest still says of items that left it since its subject, its introduction and its
 * numbers were made: by their titles, by words that only they have, and by counting them. It only
 * names; a redo renews, and only the editor knows what is meant.
 */
public final class StaleMentions {
  /** Titles are told by their begin: subjects cut them. */
  private static final int LEAD = 24;

  /** Shorter ones are articles and particles, which every title has. */
  private static final int SHORTEST_WORD = 4;

  /** One word may be there by chance. */
  private static final int TELLING = 2;

  private static final Pattern COUNT = Pattern.compile("(\\d[\\d,]*) (?:items?|picks?|picked)\\b");

  private static final String SUBJECT = "the subject";
  private static final String PREHEADER = "the preheader";

  private final Approved approved;
  private final Labels labels;
  private final List<Issue.Item> gone;
  private final List<Issue.Item> left;
  private final String opening;
  private final List<Opening.Sentence> intro;

  private StaleMentions(Issue issue, String generated, String digest, Approved approved) {
    Set<String> ids = Reviewed.of(generated, digest).ids();
    this.approved = approved;
    this.labels = issue.labels();
    this.gone = issue.items().stream().filter(item -> !ids.contains(anchor(item))).toList();
    this.left = issue.items().stream().filter(item -> ids.contains(anchor(item))).toList();
    this.opening = text(Part.Kind.PREAMBLE);
    this.intro =
        issue.opening().intro().stream()
            .filter(sentence -> Texts.letters(opening).contains(Texts.letters(sentence.text())))
            .toList();
  }

  /**
   * One of them.
   *
   * @param field of the front matter that tells of it, which readers see first: {@code subject} or
   *     {@code preheader}; empty where neither does
   */
  public record Mention(String sentence, String field) {
    public boolean inInbox() {
      return !field.isEmpty();
    }
  }

  /** All of them; none where all that the issue was made of still stands there. */
  public static List<Mention> mentions(Issues.Stored made, String digest, Approved approved) {
    Issue issue = FrozenIssue.of(made);
    StaleMentions stale =
        new StaleMentions(issue, Objects.requireNonNull(made.generated()), digest, approved);
    return stale.gone.isEmpty() ? List.of() : stale.mentions(issue);
  }

  static List<String> in(Issues.Stored made, String digest, Approved approved) {
    return in(FrozenIssue.of(made), Objects.requireNonNull(made.generated()), digest, approved);
  }

  /**
   * One sentence each; none where all that the issue was made of still stands there.
   *
   * @param issue as it was last filed, with the generated text of it
   * @param digest the file
   */
  static List<String> in(Issue issue, String generated, String digest, Approved approved) {
    StaleMentions stale = new StaleMentions(issue, generated, digest, approved);
    return stale.gone.isEmpty() ? List.of() : stale.sentences(issue);
  }

  private List<String> sentences(Issue issue) {
    List<String> sentences =
        new ArrayList<>(mentions(issue).stream().map(Mention::sentence).toList());
    if (!sentences.isEmpty()) {
      sentences.add(
          "'digest run --redo --week %s' renews what of this you did not write yourself."
              .formatted(issue.week()));
    }
    return sentences;
  }

  private List<Mention> mentions(Issue issue) {
    List<Mention> mentions = new ArrayList<>();
    for (Issue.Item item : gone) {
      List<String> places = places(item);
      if (!places.isEmpty()) {
        mentions.add(
            new Mention(
                "It no longer holds '%s', of which %s still tell%s."
                    .formatted(
                        item.title(), String.join(", ", places), places.size() == 1 ? "s" : ""),
                places.contains(SUBJECT)
                    ? "subject"
                    : places.contains(PREHEADER) ? "preheader" : ""));
      }
    }
    int before = issue.items().size();
    int now = approved.items().size();
    List<String> counting = counting(before, now);
    if (!counting.isEmpty()) {
      mentions.add(
          new Mention(
              "It holds %d items; still it counts %d: '%s'."
                  .formatted(now, before, String.join("', '", counting)),
              ""));
    }
    return mentions;
  }

  private List<String> places(Issue.Item item) {
    Envelope envelope = Envelope.of(approved.markdown());
    List<String> places = new ArrayList<>();
    if (tells(envelope.subject(), item)) {
      places.add(SUBJECT);
    }
    if (tells(envelope.preheader(), item)) {
      places.add(PREHEADER);
    }
    boolean byGround =
        intro.stream()
            .flatMap(sentence -> sentence.grounds().stream())
            .anyMatch(ground -> ground.item().equals(item.id()));
    boolean byWords =
        intro.stream()
            .filter(sentence -> sentence.grounds().isEmpty())
            .anyMatch(sentence -> tells(sentence.text(), item));
    if (byGround || byWords || names(opening, item)) {
      places.add("the introduction");
    }
    return places;
  }

  private boolean tells(String text, Issue.Item item) {
    if (names(text, item)) {
      return true;
    }
    Set<String> own = words(all(item));
    left.forEach(other -> own.removeAll(words(all(other))));
    own.retainAll(words(text));
    return own.size() >= TELLING;
  }

  private boolean names(String text, Issue.Item item) {
    String letters = Texts.letters(text);
    return titles(item)
        .map(StaleMentions::lead)
        .filter(lead -> !lead.isEmpty())
        .filter(lead ->
            left.stream().flatMap(StaleMentions::titles).noneMatch(t -> lead(t).equals(lead)))
        .anyMatch(letters::contains);
  }

  /**
   * What in the subject, the preheader, the introduction and the footer counts as it did before.
   */
  private List<String> counting(int before, int now) {
    Envelope envelope = Envelope.of(approved.markdown());
    return before == now
        ? List.of()
        : Stream.of(
                envelope.subject(),
                envelope.preheader(),
                intro.stream().map(Opening.Sentence::text).collect(Collectors.joining(" ")),
                numbers())
            .flatMap(text -> COUNT.matcher(text).results())
            .filter(count -> count.group(1).replace(",", "").equals("" + before))
            .map(MatchResult::group)
            .distinct()
            .toList();
  }

  /** What stands under the heading of the numbers, where readers are shown them. */
  private String numbers() {
    String heading = Texts.letters(labels.of(Label.NUMBERS));
    return approved.parts().stream()
        .filter(piece -> piece.kind() == Part.Kind.SECTION)
        .filter(piece -> Texts.letters(piece.title()).equals(heading))
        .map(Approved.Piece::markdown)
        .collect(Collectors.joining("\n"));
  }

  private String text(Part.Kind kind) {
    return approved.parts().stream()
        .filter(piece -> piece.kind() == kind)
        .map(Approved.Piece::markdown)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> titles(Issue.Item item) {
    return Stream.of(item.title(), item.headline() == null ? item.title() : item.headline());
  }

  private static String all(Issue.Item item) {
    return Stream.concat(
            titles(item), item.summary().sentences().stream().map(sentence -> sentence.text()))
        .collect(Collectors.joining(" "));
  }

  private static String lead(String title) {
    String letters = Texts.letters(title);
    return letters.substring(0, Math.min(LEAD, letters.length()));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** As anchors write ids. */
  private static String anchor(Issue.Item item) {
    return item.id().replaceAll("[^A-Za-z0-9._:]", "_");
  }
}
