package dev.mldigest.pipeline.card;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item's sentences beside what they were told from.
 *
 * @param entry null for what no source brought
 * @param article null where its text is not kept
 */
record Told(
    @Nullable Entry entry,
    @Nullable Article article,
    List<CardSentences.Rested> rested,
    Settings settings) {

  /** Where it was read. */
  String address(String otherwise) {
    return article == null ? otherwise : article.url();
  }

  Card.Sentence sentence(CardSentences.Rested one, String link) {
    QuotePlaces places = places();
    List<Card.Quote> quotes =
        one.evidence().stream()
            .map(evidence ->
                new Card.Quote(
                    evidence.quote(),
                    link,
                    places == null
                        ? -1
                        : places.of(evidence).map(QuotePlaces.Place::paragraph).orElse(-1)))
            .toList();
    return new Card.Sentence(
        one.text(), quotes, one.byEditor(), one.nature(), one.vouched(), one.paragraph());
  }

  private @Nullable QuotePlaces places() {
    return article == null ? null : new QuotePlaces(article.text());
  }

  /** The text with what the sentences rest on marked; of two that overlap the longer one. */
  List<SourceText.Paragraph> paragraphs() {
    QuotePlaces places = places();
    if (places == null) {
      return List.of();
    }
    List<List<SourceText.Marked>> marks = new ArrayList<>();
    places.paragraphs().forEach(paragraph -> marks.add(new ArrayList<>()));
    for (int i = 0; i < rested.size(); i++) {
      for (Evidence evidence : rested.get(i).evidence()) {
        int sentence = i;
        places
            .of(evidence)
            .ifPresent(at ->
                marks
                    .get(at.paragraph())
                    .add(new SourceText.Marked(at.start(), at.end(), sentence)));
      }
    }
    List<SourceText.Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      paragraphs.add(new SourceText.Paragraph(places.paragraphs().get(i), apart(marks.get(i))));
    }
    return paragraphs;
  }

  private static List<SourceText.Marked> apart(List<SourceText.Marked> marks) {
    List<SourceText.Marked> apart = new ArrayList<>();
    marks.stream()
        .sorted(Comparator.comparingInt((SourceText.Marked one) -> one.start() - one.end()))
        .filter(one ->
            apart.stream().allMatch(o -> one.end() <= o.start() || o.end() <= one.start())
                && apart.add(one))
        .forEach(one -> {});
    apart.sort(Comparator.comparingInt(SourceText.Marked::start));
    return apart;
  }

  Card.Dates dates(Issue.@Nullable Item made) {
    if (made == null) {
      return Card.Dates.NONE;
    }
    Instant found = entry == null ? made.found() : entry.firstSeen();
    return new Card.Dates(
        happened(made, Objects.requireNonNullElse(found, made.date())),
        entry == null ? null : entry.feedEntry().published(),
        article == null ? null : article.about().published(),
        found);
  }

  /** What the quotes name; the date above a text is that of its telling. */
  private @Nullable LocalDate happened(Issue.Item made, Instant found) {
    List<String> quotes =
        made.summary().sentences().stream()
            .flatMap(sentence -> sentence.evidence().stream())
            .map(Evidence::quote)
            .toList();
    LocalDate last = LocalDate.ofInstant(found, settings.zone());
    return StatedDay.in(quotes, last, Locale.forLanguageTag(settings.language())).orElse(null);
  }
}
