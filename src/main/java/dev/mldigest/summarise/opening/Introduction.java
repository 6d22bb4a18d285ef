package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The introduction without any model: one paragraph of the lead and two stories of other sections,
 * in sentences of their summaries, then what several have in common. Made only where there is more
 * to say than what leads.
 */
final class Introduction {
  /** Of fewer items an introduction would only name again what stands below it. */
  private static final int FEWEST_ITEMS = 3;

  /** One sentence alone introduces nothing. */
  private static final int FEWEST_SENTENCES = 2;

  /** The lead and two more. */
  private static final int TOLD = 3;

  /** Fewer words are a name, which says nothing. */
  private static final int FEWEST_TITLE_WORDS = 3;

  private static final String ALSO = "Also this week";
  private static final String AND = "And";

  private final List<Issue.Section> sections;
  private final List<Issue.Item> items;

  /**
   * @param sections in reading order, none empty
   * @param leads their items, what matters most first
   */
  Introduction(List<Issue.Section> sections, List<Issue.Item> leads) {
    this.sections = List.copyOf(sections);
    this.items = List.copyOf(leads);
  }

  /** The lead and two more stories in a sentence each, then what several have in common. */
  List<Opening.Sentence> sentences() {
    if (items.size() < FEWEST_ITEMS) {
      return List.of();
    }
    List<Opening.Sentence> sentences = new ArrayList<>();
    leading().ifPresent(sentences::add);
    for (Told told : others(TOLD - sentences.size())) {
      String front = sentences.isEmpty() ? "" : sentences.size() == 1 ? ALSO : AND;
      sentences.add(joined(front, told));
    }
    Theme.of(items).ifPresent(sentences::add);
    return sentences.size() < FEWEST_SENTENCES ? List.of() : sentences;
  }

  /** An item and what it says. */
  private record Told(Issue.Item item, Opening.Sentence sentence) {}

  /**
   * What other items say, of other sections first: news, then such sentences as say what their
   * title does, then any. A bare title stands below anyway: one is named only where nothing else
   * can be said beside what leads.
   */
  private List<Told> others(int most) {
    List<Told> told = new ArrayList<>();
    Set<String> spoken = new HashSet<>(Set.of(section(items.getFirst())));
    List<Issue.Item> rest = items.subList(1, items.size());
    // What round-ups and newsletters spoke of is missed where it is not told, whatever its section.
    List<Issue.Item> known = rest.stream().filter(item -> !item.mentions().isEmpty()).toList();
    tell(known, IntroSentence::ofNews, new HashSet<>(), told, 1);
    told.forEach(one -> spoken.add(section(one.item())));
    tell(rest, IntroSentence::ofNews, spoken, told, most);
    tell(rest, IntroSentence::ofTitle, spoken, told, most);
    tell(rest, IntroSentence::ofNews, new HashSet<>(), told, most);
    tell(rest, IntroSentence::of, spoken, told, most);
    tell(rest, IntroSentence::of, new HashSet<>(), told, most);
    if (told.isEmpty() && leading().stream().anyMatch(sentence -> !sentence.grounds().isEmpty())) {
      tell(rest, Introduction::named, new HashSet<>(), told, 1);
    }
    return told;
  }

  /** At most one item of each section that was not spoken of. */
  private void tell(
      List<Issue.Item> from,
      Function<Issue.Item, Optional<Opening.Sentence>> says,
      Set<String> spoken,
      List<Told> told,
      int most) {
    for (Issue.Item item : from) {
      boolean open =
          !spoken.contains(section(item)) && told.stream().noneMatch(t -> t.item.equals(item));
      Optional<Opening.Sentence> sentence =
          open && told.size() < most ? says.apply(item) : Optional.empty();
      sentence.ifPresent(s -> {
        told.add(new Told(item, s));
        spoken.add(section(item));
      });
    }
  }

  private String section(Issue.Item item) {
    return sections.stream()
        .filter(section -> section.items().contains(item))
        .map(section -> Texts.oneLine(section.title()))
        .findFirst()
        .orElse("");
  }

  /** "Also this week, in papers: …": one paragraph, not three facts. */
  private Opening.Sentence joined(String front, Told told) {
    if (front.isEmpty()) {
      return told.sentence;
    }
    String section = section(told.item);
    boolean placed = told.sentence.text().matches("(?:A|In a) paper\\b.*");
    String where = section.isEmpty() || sections.size() < 2 ? "" : " in " + small(section);
    if (placed) {
      String also = front.equals(ALSO) ? ALSO + ", " : front + " ";
      return new Opening.Sentence(also + small(told.sentence.text()), told.sentence.grounds());
    }
    String comma = front.equals(ALSO) && !where.isEmpty() ? "," : "";
    return new Opening.Sentence(
        front + comma + where + ": " + told.sentence.text(), told.sentence.grounds());
  }

  /** As in the middle of a sentence; abbreviations keep their capitals. */
  private static String small(String title) {
    boolean name = title.length() > 1 && Character.isUpperCase(title.charAt(1));
    return name ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  private Optional<Opening.Sentence> leading() {
    Issue.Item lead = items.getFirst();
    return IntroSentence.of(lead)
        .or(() ->
            TitleLine.isQuotable(lead)
                ? Optional.of(
                    new Opening.Sentence(
                        "This issue leads with %s from %s."
                            .formatted(quoted(lead.title()), Texts.oneLine(lead.source())),
                        List.of()))
                : Optional.empty());
  }

  /** Its title, where no sentence stands without it; once, since titles stand below anyway. */
  private static Optional<Opening.Sentence> named(Issue.Item item) {
    Optional<String> line =
        TitleLine.of(item, OfflineOpening.LONGEST_SUBJECT)
            .filter(title -> Words.count(title) >= FEWEST_TITLE_WORDS);
    return line.map(title ->
        new Opening.Sentence(
            "%s from %s.".formatted(quoted(title), Texts.oneLine(item.source())), List.of()));
  }

  private static String quoted(String title) {
    // Inner quotation marks would end the quotation too early.
    String bare = Texts.oneLine(title).replaceFirst("^[“\"](.*)[”\"]$", "$1");
    return "“" + bare.replaceAll("[“”\"«»]", "'") + "”";
  }
}
