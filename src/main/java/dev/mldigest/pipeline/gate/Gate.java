package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what of an issue must not reach its readers, or should not. Promises to name the place of
 * each, and to change nothing.
 */
public final class Gate {
  private final Store store;
  private final IssueFiles files;

  public Gate(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
  }

  /** Quick, by what is known: no link is asked for. */
  public List<Finding> findings(Week week) {
    List<Finding> findings = new ArrayList<>();
    switch (new Renderings(store, files).render(week, Renderings.Format.json).orElseThrow()) {
      case Rendering.Refused(List<String> faults) ->
          faults.forEach(
              fault -> findings.add(Finding.must(Finding.Kind.FAULT, null, 0, fault, "")));
      case Rendering.Rendered rendered -> {
        rendered
            .unfit()
            .forEach(
                unfit -> findings.add(Finding.must(Finding.Kind.PLACEHOLDER, null, 0, unfit, "")));
        rendered
            .notices()
            .forEach(notice ->
                findings.add(Finding.should(Finding.Kind.STALE_MENTION, null, 0, notice, "")));
      }
    }
    return findings;
  }
}
