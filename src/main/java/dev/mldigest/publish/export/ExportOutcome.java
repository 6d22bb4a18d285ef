package dev.mldigest.publish.export;

import dev.mldigest.domain.readers.Readership;
import java.util.List;

/** What came of reading an export. */
public sealed interface ExportOutcome {
  /**
   * @param service whose it is, as feeds.yaml names its kind
   */
  record Read(String service, List<Issue> issues) implements ExportOutcome {
    public Read {
      issues = List.copyOf(issues);
    }
  }

  /** It holds nothing that can be used. */
  record Unusable(String sentence) implements ExportOutcome {}

  /**
   * A mail or post in it.
   *
   * @param id the service's
   * @param slug may be empty
   * @param title may be empty
   * @param counts its links as they are reported
   */
  record Issue(String id, String slug, String title, Readership.Counts counts) {}
}
