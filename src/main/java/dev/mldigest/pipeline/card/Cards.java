package dev.mldigest.pipeline.card;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.review.desk.Block;
import dev.mldigest.review.desk.History;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Mark;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the editor sees of an issue's items. Promises to tell of the digest as the state given has
 * it, and to ask for nothing but what is stored.
 */
public final class Cards {
  private final Settings settings;
  private final Store store;

  public Cards(Settings settings, Store store) {
    this.settings = settings;
    this.store = store;
  }

  /** The items of the digest, in its order. */
  public List<Card> of(Week week, IssueState state) {
    return new Reading(week, state).cards();
  }

  /** One of them; empty where the digest holds it no longer. */
  public Optional<Card> of(Week week, IssueState state, String id) {
    return new Reading(week, state).card(id);
  }

  /**
   * The text that an item of the digest was told from, with what its sentences rest on marked.
   * Empty where the digest does not hold it.
   */
  public Optional<SourceText> source(Week week, IssueState state, String id) {
    return new Reading(week, state).source(id);
  }

  /** Why something is in the week's issue, or why it is not; empty where nothing decided on it. */
  public Optional<Why> why(Week week, String id) {
    return store.ledger().decisions(week).stream()
        .filter(decision -> decision.entryId().equals(id))
        .findFirst()
        .map(Cards::why);
  }

  private static Why why(Decision decision) {
    var explained = decision.explanation();
    return new Why(
        decision.reason().word(),
        decision.score(),
        explained == null ? List.of() : explained.parts(),
        explained == null ? List.of() : explained.taste(),
        explained == null ? List.of() : explained.near(),
        decision.detail());
  }

  /** One look at a week. */
  private final class Reading {
    private final Week week;
    private final IssueState state;
    private final Map<String, Issue.Item> items = new HashMap<>();
    private final List<String> generated = new ArrayList<>();
    private final LookedAt lookedAt;
    private final History history;

    Reading(Week week, IssueState state) {
      this.week = week;
      this.state = state;
      Issues.Stored made = store.issues().find(week).orElseThrow();
      FrozenIssue.of(made).items().forEach(item -> items.put(anchor(item.id()), item));
      generated.add(Objects.requireNonNull(made.generated()));
      for (Block block : state.taken().values()) {
        generated.add(block.text());
        if (block.json() != null) {
          FrozenIssue.of(block.json()).items().forEach(item -> items.put(anchor(item.id()), item));
        }
      }
      var events = Desks.events(week, store);
      this.lookedAt = LookedAt.of(events);
      this.history = History.of(events);
    }

    List<Card> cards() {
      return standing(state.text()).map(this::card).toList();
    }

    Optional<Card> card(String id) {
      return standing(state.text())
          .filter(one -> one.name().equals(id))
          .findFirst()
          .map(this::card);
    }

    Optional<SourceText> source(String id) {
      return standing(state.text())
          .filter(one -> one.name().equals(id))
          .findFirst()
          .map(this::source);
    }

    private Stream<StandingItems.Standing> standing(String text) {
      return StandingItems.of(text, generated).stream();
    }

    private Card card(StandingItems.Standing one) {
      Issue.Item made = items.get(one.name());
      Told told = told(one, made);
      String link = made == null ? one.link() : told.address(made.url());
      String label = settings.labels().of(Label.FOR);
      return new Card(
          one.name(),
          one.section(),
          one.title(),
          one.link(),
          made == null ? "" : made.source(),
          told.rested().stream().map(rested -> told.sentence(rested, link)).toList(),
          one.highlight(label),
          one.note(),
          state.mark(one.name()),
          one.edited(),
          made == null,
          lookedAt.has(one.name()),
          one.line(),
          told.dates(made),
          made == null ? "" : made.why());
    }

    private SourceText source(StandingItems.Standing one) {
      Issue.Item made = items.get(one.name());
      Told told = told(one, made);
      Reports reports = new Reports(week, settings, store);
      List<Reports.Report> others = made == null ? List.of() : reports.of(made.id());
      return new SourceText(
          told.article() == null ? one.title() : told.article().title(),
          made == null ? one.link() : told.address(made.url()),
          told.paragraphs(),
          others.stream().map(Reports.Report::shown).toList(),
          made == null || told.article() == null
              ? List.of()
              : Disagreements.between(made.source(), told.article().text(), others));
    }

    private Told told(StandingItems.Standing one, Issue.@Nullable Item made) {
      Considered known = made == null ? null : store.ledger().entry(made.id()).orElse(null);
      Article article =
          known != null && known.article() != null
              ? known.article()
              : CanonicalUrl.of(one.link()).flatMap(store.articles()::of).orElse(null);
      Grounds grounds = article == null ? null : new Grounds(article.title(), article.text());
      List<CardSentences.Rested> rested =
          new CardSentences(
                  made == null ? List.of() : made.summary().sentences(),
                  grounds,
                  answers(one.name()),
                  one.code())
              .of(one.paragraphs(settings.labels().of(Label.FOR)));
      return new Told(known == null ? null : known.entry(), article, rested, settings);
    }

    /** What was said for sentences as they stood then. */
    private Map<String, String> answers(String id) {
      Map<String, String> answers = new HashMap<>();
      for (Mark.Answer answer : state.mark(id).answers()) {
        history.at(answer.event()).map(IssueState::text).stream()
            .flatMap(this::standing)
            .filter(one -> one.name().equals(id))
            .flatMap(one ->
                new CardSentences(List.of(), null, Map.of(), ItemCode.NONE)
                    .of(one.paragraphs(settings.labels().of(Label.FOR))).stream())
            .forEach(one -> answers.put(QuotePlaces.letters(one.text()), answer.reason()));
      }
      return answers;
    }
  }

  /** As anchors write ids. */
  private static String anchor(String id) {
    return id.replaceAll("[^A-Za-z0-9._:]", "_");
  }
}
