package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.review.approval.Approval;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what becomes of a text in the smallest issue: as Markdown, HTML mail and plain text. */
@Command(
    name = "render",
    description = "Render the smallest issue with the given text in one slot.")
final class InspectRenderCommand extends Action {
  private static final String ID = "item";
  private static final Instant CUT_OFF = Instant.parse("2026-03-02T06:00:00Z");

  private enum Slot {
    TITLE,
    SUMMARY,
    NOTE
  }

  @Mixin private JsonOption json;

  @Option(
      names = "--slot",
      defaultValue = "title",
      paramLabel = "SLOT",
      description = "Where the text stands: title, summary or note (default: ${DEFAULT-VALUE}).")
  private Slot slot;

  @Parameters(paramLabel = "FILE", description = "JSON lines with a field p; - is standard input.")
  private Path file;

  private final DigestMarkdown digest = new DigestMarkdown();
  private final HtmlMail mail = new HtmlMail(Locale.ENGLISH);
  private final PlainText text = new PlainText();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
  InspectRenderCommand() {}

  @Override
  public Integer call() {
    JsonLines out = new JsonLines(System.out);
    try (Stream<String> lines = Inputs.jsonLines(file)) {
      lines.map(this::rendered).forEach(line -> print(line, out));
    }
    out.flush();
    return ExitCode.OK;
  }

  private void print(ObjectNode line, JsonLines out) {
    if (json.isWanted()) {
      out.write(line);
    } else {
      String field = line.path("ok").asBoolean() ? "markdown" : "error";
      out().println(line.path(field).asText());
    }
  }

  private ObjectNode rendered(String line) {
    ObjectNode result = JsonLines.object();
    JsonNode in;
    try {
      in = JsonLines.read(line);
    } catch (UncheckedIOException e) {
      return result.putNull("id").put("ok", false).put("error", "The line is not JSON.");
    }
    result.set("id", in.path("id").isMissingNode() ? null : in.get("id"));
    if (!in.path("p").isTextual()) {
      return result.put("ok", false).put("error", "The line has no text in the field p.");
    }
    String payload = in.path("p").textValue();
    // As published: anchors gone, without the front matter, which is no Markdown.
    Issue issue = issue(payload);
    String markdown = Approval.strip(digest.render(issue, notes(payload)));
    return result
        .put("ok", true)
        .putNull("error")
        .put("markdown", DigestMarkdown.body(markdown))
        .put("html", mail.render(markdown, issue.title()))
        .put("text", text.render(markdown));
  }

  private Map<String, String> notes(String payload) {
    return slot == Slot.NOTE ? Map.of(ID, payload) : Map.of();
  }

  private Issue issue(String payload) {
    Issue.Item item =
        Issue.Item.of(
            ID,
            new Issue.Report(
                slot == Slot.TITLE ? payload : "Safe title",
                "https://example.org/item",
                "Example",
                Instant.parse("2026-02-27T12:00:00Z"),
                "blog",
                List.of()),
            new Summary(
                List.of(
                    new SummarySentence(
                        slot == Slot.SUMMARY ? payload : "Safe summary.", List.of())),
                "",
                Summary.OFFLINE),
            "",
            null);
    return new Issue(
        "ML Digest",
        Week.parse("2026-W10"),
        new Window(Instant.parse("2026-02-23T06:00:00Z"), CUT_OFF),
        "UTC",
        Opening.NONE,
        List.of(new Issue.Section("items", "Items", List.of(item))),
        List.of(),
        Issue.Gaps.of(
            new Issue.Watch(1, List.of(), List.of(), List.of()), 0, List.of(), Issue.Asked.NOBODY),
        new Funnel(1, 1, 1, 1, List.of()));
  }
}
