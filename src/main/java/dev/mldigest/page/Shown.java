package dev.mldigest.page;

import dev.mldigest.domain.key.Key;
import dev.mldigest.domain.key.KeyTable;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.page.guard.Session;
import dev.mldigest.page.reading.CardReading;
import dev.mldigest.page.reading.Head;
import dev.mldigest.page.reading.SectionReading;
import dev.mldigest.page.view.Assets;
import dev.mldigest.page.view.CardView;
import dev.mldigest.page.view.Frame;
import dev.mldigest.page.view.IssueView;
import dev.mldigest.page.view.PageView;
import dev.mldigest.page.view.SectionView;
import dev.mldigest.page.view.Templates;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Minutes;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.Objects;

/** What the page shows of an issue as a whole: read by a person, or by the page's script. */
final class Shown {
  private final CardReading reading;
  private final CardShelf cards;
  private final Store store;
  private final List<Key> keys;
  private final List<String> targets;

  Shown(Settings settings, Store store) {
    this.reading = new CardReading(settings.zone());
    this.store = store;
    this.cards = new CardShelf(settings, store);
    this.keys = KeyTable.with(settings.keys());
    this.targets = settings.targets().stream().map(PublishTarget::name).toList();
  }

  static Answer asset(String name) {
    return Assets.find(name)
        .map(asset ->
            Answer.of(200, asset.type(), asset.text())
                .with("Cache-Control", "private, max-age=31536000, immutable"))
        .orElseGet(() -> Answer.no(404, "There is no such file."));
  }

  Answer page(OpenIssue issue, Session session) {
    IssueState state = issue.desk().load();
    String nonce = Policy.nonce();
    Frame frame =
        new Frame(session.place(), issue.week().toString(), session.token(state.number()), nonce);
    return Answer.html(html(issue, state, frame)).with(Policy.HEADER, Policy.page(nonce));
  }

  private String html(OpenIssue issue, IssueState state, Frame frame) {
    return Templates.page(new PageView(frame, head(issue, state), sections(issue, state), keys));
  }

  /** All that a page asks for, for nobody. */
  void prepare(OpenIssue issue) {
    state(issue);
    Assets.find("page.js");
  }

  private IssueView head(OpenIssue issue, IssueState state) {
    Head head = Head.of(state.text());
    return new IssueView(
        head.title(),
        state.number(),
        state.isApproved(),
        minutes(issue),
        head.subject(),
        head.preheader(),
        head.introduction(),
        head.gaps(),
        targets);
  }

  private static int minutes(OpenIssue issue) {
    return Minutes.of(issue.desk().history())
        .map(minutes -> (int) minutes.atWork().toMinutes())
        .orElse(0);
  }

  private List<SectionView> sections(OpenIssue issue, IssueState state) {
    String generated =
        store
            .issues()
            .find(issue.week())
            .map(stored -> Objects.requireNonNullElse(stored.generated(), ""))
            .orElse("");
    List<CardView> views = cards.of(issue.week(), state).stream().map(reading::card).toList();
    return SectionReading.of(state.text(), generated, views);
  }

  Answer state(OpenIssue issue) {
    return Answer.json(Told.json(state(issue, issue.desk().load())));
  }

  /** The issue as the page's script knows it. */
  StateTold state(OpenIssue issue, IssueState state) {
    IssueView head = head(issue, state);
    List<SectionView> sections = sections(issue, state);
    List<Event> events = issue.desk().history();
    List<StateTold.CardTold> told =
        sections.stream()
            .flatMap(section -> section.cards().stream())
            .map(StateTold.CardTold::of)
            .toList();
    return new StateTold(
        state.number(),
        state.isApproved(),
        state.undoable() != null,
        state.redoable() != null,
        StateTold.TextTold.of(events, state.undoable()),
        StateTold.TextTold.of(events, state.redoable()),
        head.minutes(),
        head.subject(),
        head.preheader(),
        Templates.opening(head),
        told,
        told.stream().map(StateTold.CardTold::id).toList(),
        sections.stream().map(SectionView::title).distinct().toList(),
        sections.stream()
            .flatMap(section -> section.blocks().stream())
            .map(StateTold.BlockTold::of)
            .toList());
  }

  CardShelf cards() {
    return cards;
  }
}
