package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.page.api.ActSaid;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.gate.Approving;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each address of the page answers. Promises nothing of who asks: that is the guard's. */
public final class Pages implements AutoCloseable {
  private static final Answer NONE = Answer.no(404, "There is no such page.");

  private final Store store;
  private final IssueFiles files;
  private final InstantSource clock;
  private final Week first;
  private final Acts acts;
  private final Shown shown;
  private final Sides sides;
  private final Forms forms;
  private final Map<Week, OpenIssue> open = new HashMap<>();

  /**
   * @param first the week that the page opens with
   * @param settings what the digest is set in, and the sources it is made of
   * @param workshop what has a model or the web do something
   */
  public Pages(
      Store store,
      IssueFiles files,
      InstantSource clock,
      Week first,
      Settings settings,
      Workshop workshop) {
    this.store = store;
    this.files = files;
    this.clock = clock;
    this.first = first;
    this.shown = new Shown(settings, store);
    Gate gate = new Gate(settings, store, files, null, clock, List.of());
    LinkAsking links = new LinkAsking(workshop);
    this.sides = new Sides(settings, gate, workshop, links, shown.cards());
    this.forms = new Forms(store, files, settings.mail());
    this.acts = new Acts(new Approving(store, files, gate, clock), clock, workshop, links, shown);
  }

  Week first() {
    return first;
  }

  /**
   * Makes what a page asks for next before anybody asks: while the browser starts, what it needs is
   * read and loaded. What goes wrong is told to who asks.
   */
  void prepare() {
    try {
      issue(first).ifPresent(shown::prepare);
    } catch (RuntimeException e) {
      // The same happens again at the first request, and is answered there.
    }
  }

  /** The issue of a week, opened if it is not yet; empty where none was made. */
  Optional<OpenIssue> issue(String week) {
    return Week.isWeek(week) ? issue(Week.parse(week)) : Optional.empty();
  }

  /** The same. */
  public synchronized Optional<OpenIssue> issue(Week week) {
    if (!open.containsKey(week)
        && store.issues().find(week).filter(Issues.Stored::made).isPresent()) {
      List<String> notices = new ArrayList<>();
      Desk desk = Desks.open(week, store, files, clock, notices);
      open.put(week, OpenIssue.of(week, desk, notices));
    }
    return Optional.ofNullable(open.get(week));
  }

  Answer answer(Asked asked) {
    List<String> path = asked.path();
    if (path.equals(List.of(""))) {
      return Answer.to(asked.page(first));
    }
    if (path.size() == 2 && path.getFirst().equals("assets")) {
      return Shown.asset(path.getLast());
    }
    if (path.size() < 2 || !path.getFirst().equals("week")) {
      return NONE;
    }
    Optional<OpenIssue> issue = issue(path.get(1));
    if (issue.isEmpty()) {
      return Answer.no(404, "No issue was made for that week.");
    }
    try {
      List<String> place = path.subList(2, path.size());
      return asked.isPost() ? write(asked, issue.get(), place) : read(asked, issue.get(), place);
    } catch (Workshop.ClosedException e) {
      return Answer.no(409, String.valueOf(e.getMessage()));
    } catch (ActSaid.MalformedException e) {
      return Answer.no(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer read(Asked asked, OpenIssue issue, List<String> place) {
    String head = place.isEmpty() ? "" : place.getFirst();
    String last = place.isEmpty() ? "" : place.getLast();
    return switch (place.size()) {
      case 0 -> shown.page(issue, asked.session());
      case 1 ->
          switch (head) {
            case "state" -> shown.state(issue);
            case "opening" -> Openings.told(issue, store);
            case "bench" -> sides.bench(issue);
            case "links" -> sides.links(issue);
            case "offers" -> sides.offers(issue);
            case "lint" -> sides.lint(issue, asked.wantsJson());
            default -> NONE;
          };
      case 2 ->
          switch (head) {
            case "preview" -> forms.preview(issue, last, asked);
            case "form" -> forms.form(issue.week(), last, asked.query());
            default -> NONE;
          };
      case 3 -> head.equals("items") ? sides.item(issue, place.get(1), last) : NONE;
      default -> NONE;
    };
  }

  private Answer write(Asked asked, OpenIssue issue, List<String> place) {
    if (place.size() == 3 && place.getFirst().equals("items")) {
      String item = place.get(1);
      return switch (place.getLast()) {
        case "rewrite" -> acts.rewrite(issue, item, asked);
        case "accept" -> acts.form(issue, item, asked, true);
        case "reject" -> acts.form(issue, item, asked, false);
        default -> NONE;
      };
    }
    return switch (place.size() == 1 ? place.getFirst() : "") {
      case "acts" -> acts.act(issue, asked);
      case "offers" -> sides.decline(ActSaid.of(asked.body()));
      case "approve" -> acts.approve(issue, asked);
      case "publish" -> acts.publish(issue, asked);
      default -> NONE;
    };
  }

  @Override
  public synchronized void close() {
    open.values().forEach(OpenIssue::close);
  }
}
