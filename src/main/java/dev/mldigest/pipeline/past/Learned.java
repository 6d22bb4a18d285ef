package dev.mldigest.pipeline.past;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.select.Selection;
import dev.mldigest.select.rank.Taste;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.opening.Voice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What earlier issues, as the editor left them, leave to this one: the only way back in the flow.
 *
 * @param past what stood in them, and what was passed over
 * @param archive runners-up that are up again, for the evergreen slots
 * @param taste what the editor was seen to want
 * @param voice what the editor wrote
 */
public record Learned(PastIssues past, List<Archived> archive, Taste taste, Voice voice) {
  public static Learned before(
      Week week, Selection selection, Store store, IssueFiles files, Settings settings) {
    List<Archived> archive = Archive.before(week, store.ledger(), settings);
    PastIssues past = Archive.without(archive, PastSelections.before(week, store, files, settings));
    return new Learned(
        past, archive, selection.taste(past), EditorsProse.before(week, store, files));
  }

  /** The same without stories of which no summary could be made. */
  public Learned without(List<Story> unprintable) {
    Set<String> ids = unprintable.stream().map(Story::id).collect(Collectors.toSet());
    return new Learned(
        past,
        archive.stream().filter(one -> !ids.contains(one.candidate().id())).toList(),
        taste,
        voice);
  }
}
