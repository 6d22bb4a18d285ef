package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.MailLook;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.http.Links;
import dev.mldigest.pipeline.card.Cards;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.Retrospect;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.review.approval.Fault;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of an issue must not reach its readers, or should not: in its words, its links, its
 * form, and against what they had before. Promises to name the place of each, and to change nothing
 * of the issue.
 */
public final class Gate {
  private final Store store;
  private final IssueFiles files;
  private final InstantSource clock;
  private final Cards cards;
  private final LinkBook book;
  private final List<Check> checks;
  private final List<String> banned;
  private final MailLook mail;

  /**
   * @param links null where nothing may be asked for
   */
  public Gate(
      Settings settings,
      Store store,
      IssueFiles files,
      @Nullable Links links,
      InstantSource clock,
      List<String> shippedBans) {
    this.store = store;
    this.files = files;
    this.clock = clock;
    this.cards = new Cards(settings, store);
    this.book = new LinkBook(links, store, clock);
    this.banned = settings.style().banned();
    this.mail = settings.mail();
    this.checks =
        List.of(
            new Unanswered(),
            new LinkFindings(book),
            new Repeats(settings, store, files),
            new WordFindings(settings.style().banned(), shippedBans),
            new TypedFindings(),
            new MailFindings());
  }

  /** By what is known, quickly: no link is asked for. What must not leave comes first. */
  public List<Finding> findings(Week week) {
    List<String> told = new ArrayList<>();
    return findings(week, Desks.open(week, store, files, clock, told).load());
  }

  /** The same of the issue as a desk has it. */
  public List<Finding> findings(Week week, IssueState state) {
    Renderings.Obstacles obstacles =
        new Renderings(store, files, mail).obstacles(week, state.text());
    Look look = look(week, state, obstacles.mail());
    List<Finding> findings = new ArrayList<>();
    obstacles.faults().forEach(one -> findings.add(placed(Finding.Kind.FAULT, one, look)));
    Finding.Kind unfit =
        look.approved().items().isEmpty() ? Finding.Kind.NO_ITEM : Finding.Kind.PLACEHOLDER;
    obstacles.unfit().forEach(one -> findings.add(placed(unfit, one, look)));
    checks.forEach(check -> findings.addAll(check.in(look)));
    return findings.stream()
        .distinct()
        .sorted(Comparator.comparing(Finding::severity).thenComparingInt(Finding::line))
        .toList();
  }

  /**
   * House rules that the editor's own cuts speak for; nothing is banned unasked, and what was
   * declined is not offered again.
   */
  public List<Offer> offers(Week week) {
    return Retrospect.offers(week, store, files, Set.copyOf(banned)).stream()
        .map(offer -> new Offer(offer.word(), offer.sentence()))
        .toList();
  }

  /**
   * @param sentence with the command that sets the rule
   */
  public record Offer(String word, String sentence) {}

  /** The ban of a word is offered no more, or again. */
  public void decline(String word, boolean declined) {
    Retrospect.decline(word, declined, files);
  }

  /**
   * Asks for the links of an issue of which nothing is known of late, politely and for some twenty
   * seconds at most; {@link #findings} knows the answers afterwards.
   */
  public void checkLinks(Week week) {
    List<String> told = new ArrayList<>();
    IssueState state = Desks.open(week, store, files, clock, told).load();
    book.ask(LinkFindings.links(look(week, state, "")));
  }

  /** Of how many links something is known of late, and how many there are. */
  public record Known(int links, int of) {}

  /** What is known of an issue's links as a desk has it; nothing is asked for. */
  public Known links(Week week, IssueState state) {
    Set<String> links = LinkFindings.links(look(week, state, ""));
    return new Known(book.known(links).size(), links.size());
  }

  /**
   * @param html of the mail; empty where it is not looked at
   */
  private Look look(Week week, IssueState state, String html) {
    Issues.Stored made = store.issues().find(week).orElseThrow();
    Approved approved = Approval.of(state.text());
    return new Look(
        week, made, FrozenIssue.of(made), state.text(), approved, cards.of(week, state), html);
  }

  private static Finding placed(Finding.Kind kind, Fault fault, Look look) {
    return Finding.must(kind, look.itemAt(fault.line()), fault.line(), fault.sentence(), "");
  }
}
