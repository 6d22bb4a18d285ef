package dev.mldigest.pipeline.publishing;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Envelope;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.publish.Draft;
import dev.mldigest.store.Revisions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the forms of one frozen revision. */
record Drafts(Renderings renderings, String title, String language) {
  /** The draft, or why there is none. */
  sealed interface Made {
    record Ready(Draft draft) implements Made {}

    record Unfit(List<String> why) implements Made {}

    /** digest.md was saved meanwhile. */
    record Moved() implements Made {}
  }

  Made of(Week week, Revisions.Revision revision) {
    Map<Renderings.Format, String> forms = new EnumMap<>(Renderings.Format.class);
    for (Renderings.Format format :
        List.of(
            Renderings.Format.md,
            Renderings.Format.html,
            Renderings.Format.txt,
            Renderings.Format.json,
            Renderings.Format.rich)) {
      switch (renderings.render(week, format).orElseThrow()) {
        case Rendering.Refused(List<String> faults) -> {
          return new Made.Unfit(faults);
        }
        case Rendering.Rendered rendered when !rendered.digest().equals(revision.digest()) -> {
          return new Made.Moved();
        }
        case Rendering.Rendered rendered
            when !rendered.unfit().isEmpty() && revision.override().isEmpty() -> {
          return new Made.Unfit(rendered.unfit());
        }
        case Rendering.Rendered rendered -> forms.put(format, rendered.text());
      }
    }
    return new Made.Ready(draft(week, revision, forms));
  }

  private Draft draft(
      Week week, Revisions.Revision revision, Map<Renderings.Format, String> forms) {
    String markdown = forms.getOrDefault(Renderings.Format.md, "");
    Envelope envelope = Envelope.of(markdown);
    return new Draft(
        week,
        revision.revision(),
        title,
        language,
        envelope.subject().isEmpty() ? title : envelope.subject(),
        envelope.preheader(),
        DigestMarkdown.body(markdown).strip() + "\n",
        forms.getOrDefault(Renderings.Format.html, ""),
        forms.getOrDefault(Renderings.Format.txt, ""),
        forms.getOrDefault(Renderings.Format.json, ""),
        forms.getOrDefault(Renderings.Format.rich, ""));
  }
}
