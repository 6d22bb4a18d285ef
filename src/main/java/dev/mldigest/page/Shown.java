package dev.mldigest.page;

import dev.mldigest.io.Sha256;
import dev.mldigest.page.guard.Session;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.DigestFile;
import dev.mldigest.review.Part;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Minutes;
import dev.mldigest.review.desk.Spelling;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page shows of an issue. */
final class Shown {
  /** A form is somebody else's words: shown alone, it has no origin, runs and loads nothing. */
  private static final String SANDBOX =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
          + " 'self'";

  private final Store store;
  private final IssueFiles files;
  private final Workshop workshop;

  Shown(Store store, IssueFiles files, Workshop workshop) {
    this.store = store;
    this.files = files;
    this.workshop = workshop;
  }

  Answer asset(String name) {
    return Answer.no(404, "There is no such file.");
  }

  Answer page(OpenIssue issue, Asked asked) {
    String nonce = PlainHtml.nonce();
    IssueState state = issue.desk().load();
    String html = PlainHtml.page(issue.week(), state, asked.session().token(state.number()), nonce);
    return Answer.html(html).with("Content-Security-Policy", policy(nonce));
  }

  static String policy(String nonce) {
    return "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        .formatted(nonce);
  }

  Answer state(OpenIssue issue, Asked asked) {
    return Answer.json(Told.json(state(issue, issue.desk().load(), asked.session())));
  }

  /** The issue as the page's script knows it. */
  Map<String, Object> state(OpenIssue issue, IssueState state, Session session) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("number", state.number());
    told.put("approved", state.isApproved());
    told.put("undoable", state.undoable() != null);
    told.put("redoable", state.redoable() != null);
    told.put(
        "minutes",
        Minutes.of(issue.desk().history()).map(minutes -> minutes.atWork().toMinutes()).orElse(0L));
    List<Map<String, Object>> cards = new ArrayList<>();
    String section = "";
    for (Part part : DigestFile.parse(state.text()).parts()) {
      section = part.kind() == Part.Kind.SECTION ? part.title() : section;
      if (part.isItem() && part.id() != null) {
        cards.add(card(part, section, state));
      }
    }
    told.put("cards", cards);
    told.put("order", cards.stream().map(card -> card.get("id")).toList());
    told.put("saved", true);
    return told;
  }

  private static Map<String, Object> card(Part part, String section, IssueState state) {
    String html = PlainHtml.card(part);
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("id", String.valueOf(part.id()));
    card.put("section", section);
    card.put("html", html);
    card.put("accepted", state.mark(String.valueOf(part.id())).accepted());
    card.put("pinned", state.mark(String.valueOf(part.id())).pinned());
    card.put("hash", Sha256.of(html + card).substring(0, 16));
    return card;
  }

  Answer bench(OpenIssue issue) {
    return Answer.html(
        workshop.bench().seats(issue.week()).stream()
            .map(seat -> PlainHtml.line(seat.section() + ": " + seat.title()))
            .collect(Collectors.joining()));
  }

  Answer lint(OpenIssue issue, Asked asked) {
    List<String> findings = new Renderings(store, files).lint(issue.week());
    return asked.wantsJson()
        ? Answer.json(Told.json(Map.of("findings", findings)))
        : Answer.html(findings.stream().map(PlainHtml::line).collect(Collectors.joining()));
  }

  Answer preview(OpenIssue issue, Asked asked, String form) {
    String nonce = PlainHtml.nonce();
    return format(form)
        .map(format ->
            Answer.html(PlainHtml.preview(issue.week(), form, nonce))
                .with("Content-Security-Policy", policy(nonce)))
        .orElseGet(() -> Answer.no(404, "There is no such form."));
  }

  private static Optional<Renderings.Format> format(String name) {
    return Arrays.stream(Renderings.Format.values())
        .filter(format -> format.name().equals(name))
        .findFirst();
  }

  Answer form(OpenIssue issue, String form) {
    return format(form)
        .flatMap(format -> new Renderings(store, files).render(issue.week(), format))
        .map(rendering ->
            switch (rendering) {
              case Rendering.Rendered rendered ->
                  Answer.of(200, form.equals("html") ? Answer.HTML : Answer.TEXT, rendered.text());
              case Rendering.Refused(List<String> faults) ->
                  Answer.no(200, String.join("\n", faults));
            })
        .map(answer -> answer.with("Content-Security-Policy", SANDBOX))
        .orElseGet(() -> Answer.no(404, "There is no such form."));
  }

  Answer item(OpenIssue issue, String item, String what) {
    IssueState state = issue.desk().load();
    Optional<Part> part =
        DigestFile.parse(state.text()).items().stream()
            .filter(one -> item.equals(one.id()))
            .findFirst();
    if (part.isEmpty()) {
      return Answer.no(404, "The item no longer stands in the digest.");
    }
    return switch (what) {
      case "text" -> Answer.json(Told.json(Map.of("text", PlainHtml.text(part.get()))));
      case "source", "why" -> Answer.html(PlainHtml.card(part.get()));
      case "history" ->
          Answer.html(
              issue.desk().history(item).stream()
                  .map(event -> PlainHtml.line(event.at() + " " + Spelling.of(event.act()).kind()))
                  .collect(Collectors.joining()));
      default -> Answer.no(404, "There is no such page.");
    };
  }
}
