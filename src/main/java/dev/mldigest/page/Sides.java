package dev.mldigest.page;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.key.KeyTable;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.page.api.ActSaid;
import dev.mldigest.page.reading.CardReading;
import dev.mldigest.page.reading.SideReading;
import dev.mldigest.page.view.Templates;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.gate.Finding;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.EventWords;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands beside the items: evidence, reasons, history, the bench, the lint. */
final class Sides {
  private static final Answer GONE = Answer.no(404, "The item no longer stands in the digest.");

  private final CardShelf cards;
  private final CardReading cardReading;
  private final SideReading reading;
  private final Gate gate;
  private final Workshop workshop;
  private final LinkAsking links;
  private final String take;

  Sides(Settings settings, Gate gate, Workshop workshop, LinkAsking links, CardShelf cards) {
    this.cards = cards;
    this.cardReading = new CardReading(settings.zone());
    this.reading = new SideReading(settings.zone());
    this.gate = gate;
    this.take = KeyTable.key("pick", settings.keys());
    this.workshop = workshop;
    this.links = links;
  }

  Answer item(OpenIssue issue, String item, String what) {
    IssueState state = issue.desk().load();
    return switch (what) {
      case "text" -> text(state, item);
      case "source" -> source(issue, state, item);
      case "why" -> why(issue, state, item);
      case "history" -> history(issue, item);
      default -> Answer.no(404, "There is no such page.");
    };
  }

  private static Answer text(IssueState state, String item) {
    return part(state, item)
        .map(part ->
            Answer.json(
                Told.json(Map.of("text", withoutAnchor(part.core()), "number", state.number()))))
        .orElse(GONE);
  }

  private static Optional<Part> part(IssueState state, String item) {
    return DigestFile.parse(state.text()).items().stream()
        .filter(part -> part.name().equals(item))
        .findFirst();
  }

  private static String withoutAnchor(String block) {
    return block.replaceFirst("\\A\\s*<!-- *item:[^>]*-->[ \\t]*\\R", "");
  }

  private Answer source(OpenIssue issue, IssueState state, String item) {
    Optional<Card> card = cards.of(issue.week(), state, item);
    return card.flatMap(one -> cards.cards().source(issue.week(), state, item))
        .map(
            source -> Answer.html(Templates.source(cardReading.source(card.orElseThrow(), source))))
        .orElse(GONE);
  }

  private Answer why(OpenIssue issue, IssueState state, String item) {
    String title = cards.of(issue.week(), state, item).map(Card::title).orElse("");
    return cards
        .cards()
        .why(issue.week(), item)
        .map(why -> Answer.html(Templates.why(SideReading.why(title, why))))
        .orElseGet(() -> Answer.html(Templates.why(SideReading.own(title))));
  }

  private Answer history(OpenIssue issue, String item) {
    List<Event> all = issue.desk().history();
    String title = cards.of(issue.week(), issue.desk().load(), item).map(Card::title).orElse("");
    List<Event> own = issue.desk().history(item);
    return Answer.html(
        Templates.history(reading.history(item, title, own, undone(all), new EventWords(all))));
  }

  private static Set<Integer> undone(List<Event> events) {
    Set<Integer> undone = new HashSet<>();
    for (Event event : events) {
      switch (event.act()) {
        case Act.Undone(int number) -> undone.add(number);
        case Act.Redone(int number) -> undone.remove(number);
        default -> {}
      }
    }
    return undone;
  }

  Answer bench(OpenIssue issue) {
    IssueState state = issue.desk().load();
    Map<String, String> titles =
        cards.of(issue.week(), state).stream()
            .collect(Collectors.toMap(Card::id, Card::title, (one, other) -> one));
    Bench bench = workshop.bench();
    List<Bench.Seat> seats =
        bench.seats(issue.week()).stream()
            .filter(seat -> seat.reason() == Reason.BENCH && !titles.containsKey(seat.id()))
            .toList();
    return Answer.html(
        Templates.bench(
            reading.bench(
                seats,
                section ->
                    bench
                        .weakest(issue.week(), state, section)
                        .map(id -> Map.entry(id, titles.getOrDefault(id, "")))
                        .orElse(Map.entry("", ""))),
            take));
  }

  Answer lint(OpenIssue issue, boolean asJson) {
    links.begin(issue.week()); // nobody waits for strangers' servers; the page asks how far it is
    List<Finding> findings = gate.findings(issue.week());
    List<Gate.Offer> offers = gate.offers(issue.week());
    return asJson
        ? Answer.json(Told.json(Map.of("findings", findings, "offers", offers)))
        : Answer.html(Templates.lint(SideReading.lint(findings, offers)));
  }

  /** House rules, where there are any. */
  Answer offers(OpenIssue issue) {
    List<Gate.Offer> offers = gate.offers(issue.week());
    return Answer.html(offers.isEmpty() ? "" : Templates.offers(SideReading.offers(offers)));
  }

  Answer decline(ActSaid said) {
    gate.decline(said.word("word"), said.flag("declined"));
    return Answer.json(Told.json(Map.of("outcome", "saved")));
  }

  /** How far the asking is. */
  Answer links(OpenIssue issue) {
    boolean asking = links.isGoingOn(issue.week());
    Gate.Known known = gate.links(issue.week(), issue.desk().load());
    return Answer.json(
        Told.json(Map.of("asking", asking, "known", known.links(), "of", known.of())));
  }
}
