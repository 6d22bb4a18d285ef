package dev.mldigest.page.reading;

import dev.mldigest.page.view.CardView;
import dev.mldigest.page.view.SentenceView;
import dev.mldigest.page.view.SourceView;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.card.SourceText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items, and what they rest on. */
public final class CardReading {
  private final Days days;

  public CardReading(ZoneId zone) {
    this.days = new Days(zone);
  }

  public CardView card(Card card) {
    return new CardView(
        card.id(),
        card.section(),
        card.title(),
        card.link(),
        line(card),
        card.sentences().stream()
            .map(one ->
                new SentenceView(
                    one.text(), one.isOpen(), one.byEditor(), one.vouched(), one.paragraph()))
            .toList(),
        card.highlight(),
        card.why(),
        card.note(),
        card.accepted(),
        card.lapsed(),
        card.pinned(),
        card.edited(),
        card.seen(),
        card.own() ? List.of("A block of your own: no source is kept with it.") : List.of());
  }

  private String line(Card card) {
    return Stream.of(card.source(), days.day(card.dates().published()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  public SourceView source(Card card, SourceText source) {
    return new SourceView(
        card.id(),
        source.title(),
        source.link(),
        days.day(card.dates().happened()),
        days.day(card.dates().published()),
        days.day(card.dates().publishedByPage()),
        days.day(card.dates().found()),
        card.sentences().stream().map(one -> evidence(one, source.link())).toList(),
        source.paragraphs().stream().map(CardReading::paragraph).toList(),
        source.others().stream()
            .map(other ->
                new SourceView.Report(
                    other.source(), other.title(), other.link(), days.day(other.date())))
            .toList(),
        source.disagreements());
  }

  private static SourceView.Evidence evidence(Card.Sentence sentence, String own) {
    return new SourceView.Evidence(
        sentence.text(),
        sentence.isOpen(),
        sentence.byEditor(),
        sentence.vouched(),
        sentence.evidence().stream()
            .map(quote ->
                new SourceView.Quote(
                    quote.text(),
                    quote.sourceLink().equals(own) ? "" : quote.sourceLink(),
                    quote.paragraph()))
            .toList());
  }

  /** The marked stretches and what stands between them. */
  private static SourceView.Paragraph paragraph(SourceText.Paragraph paragraph) {
    String text = paragraph.text();
    List<SourceView.Run> runs = new ArrayList<>();
    int at = 0;
    for (SourceText.Marked mark : paragraph.marks()) {
      runs.add(new SourceView.Run(text.substring(at, mark.start()), 0));
      runs.add(new SourceView.Run(text.substring(mark.start(), mark.end()), mark.sentence() + 1));
      at = mark.end();
    }
    runs.add(new SourceView.Run(text.substring(at), 0));
    return new SourceView.Paragraph(runs.stream().filter(run -> !run.text().isEmpty()).toList());
  }
}
