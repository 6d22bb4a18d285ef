package dev.mldigest.pipeline.filing;

import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.store.Issues;
import java.io.IOException;
import java.util.Objects;

/** The issue as it was made, behind what the state holds of it. */
public final class FrozenIssue {
  private FrozenIssue() {}

  /** Of a week that was made. */
  public static Issue of(Issues.Stored made) {
    return of(Objects.requireNonNull(made.json()));
  }

  /** Behind a stored issue.json. */
  public static Issue of(String json) {
    try {
      return new IssueJson().read(json);
    } catch (IOException e) {
      throw new IllegalStateException("the state holds an issue that cannot be read", e);
    }
  }
}
