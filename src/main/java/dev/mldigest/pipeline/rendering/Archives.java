package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.archive.ArchiveSite;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.store.Store;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The site of all issues. */
public final class Archives {
  private final ArchivedIssues archived;

  public Archives(Store store, IssueFiles files) {
    this.archived = new ArchivedIssues(store, files, new DigestFaults(store, files));
  }

  /**
   * The site of all issues that were approved or published.
   *
   * @param drafts true where issues that nobody approved are shown, too
   * @param url where the site will stand, or null
   */
  public Site site(boolean drafts, @Nullable URI url) {
    ArchivedIssues.Collected all = archived.all(drafts);
    if (!all.faults().isEmpty()) {
      return new Site.Refused(all.faults());
    }
    return all.issues().isEmpty()
        ? new Site.Empty()
        : new Site.Built(new ArchiveSite(all.issues(), url).files(), all.issues().size());
  }
}
