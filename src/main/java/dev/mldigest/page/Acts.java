package dev.mldigest.page;

import dev.mldigest.page.api.ActSaid;
import dev.mldigest.page.guard.Session;
import dev.mldigest.pipeline.gate.Approving;
import dev.mldigest.review.Opening;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Outcome;
import dev.mldigest.review.desk.Place;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the page has done to an issue. */
final class Acts {
  /** Acts that are about a text. */
  private static final Set<String> TEXTS = Set.of("edit", "note", "say");

  private final Approving approving;
  private final LinkAsking links;
  private final BenchActs bench;
  private final Rewrites rewrites;
  private final Draftings draftings;
  private final Shown shown;
  private final Repeats repeats = new Repeats();

  Acts(Approving approving, InstantSource clock, Workshop workshop, LinkAsking links, Shown shown) {
    this.approving = approving;
    this.links = links;
    this.bench = new BenchActs(workshop, clock);
    this.rewrites = new Rewrites(workshop, clock);
    this.draftings = new Draftings(workshop);
    this.shown = shown;
  }

  Answer act(OpenIssue issue, Asked asked) {
    ActSaid said = ActSaid.of(asked.body());
    return told(
        issue,
        repeats.once(said.words("id"), issue.desk(), () -> outcome(issue, said, asked.author())));
  }

  private Outcome outcome(OpenIssue issue, ActSaid said, String author) {
    Desk desk = issue.desk();
    return switch (said.word("act")) {
      case "undo" -> desk.undo(said.expected(), author);
      case "redo" -> desk.again(said.expected(), author);
      case "move" -> moved(issue, said, author);
      case "pick" -> bench.pick(issue, said, author);
      case "add" -> bench.add(issue, said, author);
      case "rewrite" -> taken(issue, said);
      case "let-go" -> desk.append(letGo(said), Desk.LATEST, author);
      case "seen" -> seen(desk, said.word("item"), author);
      case "opened" -> desk.append(new Act.Opened(), Desk.LATEST, author);
      case "active" -> desk.append(new Act.Active(), Desk.LATEST, author);
      case "closed" -> desk.append(new Act.Closed(), Desk.LATEST, author);
      default -> desk.append(plain(said), said.expected(), author);
    };
  }

  private static Act plain(ActSaid said) {
    if (said.word("act").equals("say")) {
      return Opening.of(said.word("item"))
          .map(what -> new Act.Say(what, said.word("text")))
          .orElseThrow(() -> ActSaid.malformed("There is no such line."));
    }
    String item = said.word("item");
    return switch (said.word("act")) {
      case "accept" -> new Act.Accept(item, said.words("reason").strip());
      case "reject" -> new Act.Reject(item, said.words("reason").strip());
      case "edit" -> new Act.Edit(item, said.word("text"));
      case "pin" -> new Act.Pin(item, true);
      case "unpin" -> new Act.Pin(item, false);
      case "note" -> new Act.Note(item, said.word("text"));
      default -> throw ActSaid.malformed("There is no such act.");
    };
  }

  /** Whatever became of what it was about: the text is kept. */
  private static Act letGo(ActSaid said) {
    String of = said.word("of");
    if (!TEXTS.contains(of)) {
      throw ActSaid.malformed("There is no such text.");
    }
    return new Act.LetGo(of, said.word("item"), said.word("words"));
  }

  private static Outcome moved(OpenIssue issue, ActSaid said, String author) {
    Optional<Place> to = Moves.of(said, issue.desk().load().text());
    return to.isPresent()
        ? issue.desk().append(new Act.Move(said.word("item"), to.get()), said.expected(), author)
        : new Outcome.Refused("It stands at the end already.");
  }

  private Outcome seen(Desk desk, String item, String author) {
    shown.cards().forget(item);
    return desk.append(new Act.Seen(item), Desk.LATEST, author);
  }

  private Outcome taken(OpenIssue issue, ActSaid said) {
    Rewrites.Taken taken = rewrites.take(issue.week(), said.word("item"), said.word("version"));
    return taken.done()
        ? new Outcome.Saved(issue.desk().load(), List.of(taken.sentence()))
        : new Outcome.Refused(taken.sentence());
  }

  private Answer told(OpenIssue issue, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Saved(IssueState state, List<String> notices) ->
          told("saved", String.join(" ", notices), issue, state);
      case Outcome.Conflict(IssueState now, String sentence) ->
          told("conflict", sentence, issue, now);
      case Outcome.Refused(String sentence) ->
          told("refused", sentence, issue, issue.desk().load());
    };
  }

  private Answer told(String outcome, String sentence, OpenIssue issue, IssueState state) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("outcome", outcome);
    told.put("sentence", sentence);
    told.put("state", shown.state(issue, state));
    return Answer.json(Told.json(told));
  }

  /** A form of a page without script: its token stands in it. */
  Answer form(OpenIssue issue, String item, Asked asked, boolean accepts) {
    Map<String, String> form = asked.form();
    Optional<Session.Author> author = asked.session().author(form.get("token"));
    if (author.isEmpty()) {
      return Answer.no(403, "The token of the page is missing or wrong; load the page again.");
    }
    Act act =
        accepts
            ? new Act.Accept(item, "")
            : new Act.Reject(item, form.getOrDefault("reason", "").strip());
    return switch (issue.desk().append(act, author.get().state(), author.get().name())) {
      case Outcome.Saved saved -> Answer.to(asked.page(issue.week()));
      case Outcome.Conflict(var now, String sentence) -> Answer.no(409, sentence);
      case Outcome.Refused(String sentence) -> Answer.no(409, sentence);
    };
  }

  Answer rewrite(OpenIssue issue, String item, Asked asked) {
    return rewrites.propose(issue.week(), item, ActSaid.of(asked.body()).words("instruction"));
  }

  Answer approve(OpenIssue issue, Asked asked) {
    ActSaid said = ActSaid.of(asked.body());
    links.finish(issue.week());
    return switch (approving.approve(
        issue.week(), said.expected(), asked.author(), said.words("override"))) {
      case Approving.Approval.Frozen frozen ->
          approval("approved", String.join(" ", frozen.notices()), List.of(), issue);
      case Approving.Approval.Unfit(List<String> why, boolean overridable) ->
          approval(overridable ? "unfit" : "refused", "", why, issue);
      case Approving.Approval.Moved(String sentence) ->
          approval("conflict", sentence, List.of(), issue);
    };
  }

  private Answer approval(String outcome, String sentence, List<String> findings, OpenIssue issue) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("outcome", outcome);
    told.put("sentence", sentence);
    told.put("findings", findings);
    told.put("state", shown.state(issue, issue.desk().load()));
    return Answer.json(Told.json(told));
  }

  Answer publish(OpenIssue issue, Asked asked) {
    return draftings.publish(issue, ActSaid.of(asked.body()));
  }
}
