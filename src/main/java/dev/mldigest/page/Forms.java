package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.MailLook;
import dev.mldigest.page.reading.Head;
import dev.mldigest.page.view.Frame;
import dev.mldigest.page.view.PreviewView;
import dev.mldigest.page.view.Templates;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issue as its readers get it, in each form. */
final class Forms {
  private final Store store;
  private final IssueFiles files;
  private final MailLook look;

  /**
   * @param look of the mail
   */
  Forms(Store store, IssueFiles files, MailLook look) {
    this.store = store;
    this.files = files;
    this.look = look;
  }

  static List<String> names() {
    return Arrays.stream(Renderings.Format.values()).map(Enum::name).toList();
  }

  /** A page around the form, with an address that can be handed on. */
  Answer preview(OpenIssue issue, String form, Asked asked) {
    if (format(form).isEmpty()) {
      return none();
    }
    String nonce = Policy.nonce();
    String text = issue.desk().load().text();
    PreviewView preview =
        new PreviewView(
            new Frame(asked.session().place(), issue.week().toString(), "", nonce),
            Head.of(text).title(),
            form,
            names(),
            "phone".equals(asked.query().get("width")) ? "phone" : "wide",
            scheme(asked.query()));
    return Answer.html(Templates.preview(preview)).with(Policy.HEADER, Policy.page(nonce));
  }

  private static String scheme(Map<String, String> query) {
    return "dark".equals(query.get("scheme")) ? "dark" : "light";
  }

  private static Optional<Renderings.Format> format(String name) {
    return Arrays.stream(Renderings.Format.values())
        .filter(format -> format.name().equals(name))
        .findFirst();
  }

  /** The form itself, as what is shown alone. */
  Answer form(Week week, String form, Map<String, String> query) {
    return format(form)
        .flatMap(named ->
            new Renderings(store, files, look)
                .render(week, named)
                .map(rendering -> shown(named, rendering, scheme(query))))
        .map(answer -> answer.with(Policy.HEADER, Policy.FORM))
        .orElseGet(Forms::none);
  }

  private static Answer shown(Renderings.Format format, Rendering rendering, String scheme) {
    return switch (rendering) {
      case Rendering.Refused(List<String> faults) -> Answer.no(200, String.join("\n", faults));
      case Rendering.Rendered rendered
          when format == Renderings.Format.rich || isHtml(rendered.text()) ->
          Answer.html(inScheme(rendered.text(), scheme));
      case Rendering.Rendered rendered -> Answer.of(200, Answer.TEXT, rendered.text());
    };
  }

  private static boolean isHtml(String text) {
    return text.regionMatches(true, 0, "<!doctype html", 0, "<!doctype html".length())
        || text.regionMatches(true, 0, "<html", 0, "<html".length());
  }

  /** A frame goes by the desktop's colours: what is asked for is said in the form itself. */
  static String inScheme(String html, String scheme) {
    return html.replace("(prefers-color-scheme: dark)", scheme.equals("dark") ? "all" : "not all");
  }

  private static Answer none() {
    return Answer.no(404, "There is no such form.");
  }
}
