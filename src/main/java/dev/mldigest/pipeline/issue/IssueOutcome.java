package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Window;
import dev.mldigest.pipeline.filing.FiledIssue;
import dev.mldigest.select.rank.TasteRecord;
import java.nio.file.Path;
import java.util.List;

/** What became of an issue. */
public sealed interface IssueOutcome {
  /**
   * The digest was written.
   *
   * @param model how asking it went
   * @param taste how what was learned from the editor did on past issues, and whether it counts
   */
  record Made(FiledIssue filed, Path digest, Model model, TasteRecord taste)
      implements IssueOutcome {}

  /**
   * @param budgetReached true where the model's token limit left items to the offline summariser
   * @param troubles distinct reasons why items are summarised offline, or parts of the opening were
   *     left out, although a model is configured, at most three
   * @param judgements what it was asked while the issue was chosen, and what became of it
   */
  record Model(boolean budgetReached, List<String> troubles, List<String> judgements) {
    public Model {
      troubles = List.copyOf(troubles);
      judgements = List.copyOf(judgements);
    }
  }

  /**
   * The week was made before and is not made again.
   *
   * @param notices what became of its files where they were not as they should be
   */
  record AlreadyMade(Path digest, List<String> notices) implements IssueOutcome {
    public AlreadyMade {
      notices = List.copyOf(notices);
    }
  }

  /** Not one entry fell into the window. */
  record NothingNew(Window window) implements IssueOutcome {}

  /** The digest would have held text that must never be published; nothing was written. */
  record Unfit(List<String> findings) implements IssueOutcome {}
}
