package dev.mldigest.review.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issue after a number of events.
 *
 * @param number of the last of them
 * @param text of digest.md, to the byte
 * @param marks by item id
 * @param taken blocks that the editor put in, by item id, with their evidence
 * @param edition number of the event since which it goes by the same generated issue
 * @param approved number of the event that approved it as it stands, or null
 * @param undoable number of the event that an undo takes back, or null
 * @param redoable number of the event that was undone last, or null
 */
public record IssueState(
    int number,
    String text,
    Map<String, Mark> marks,
    Map<String, Block> taken,
    int edition,
    @Nullable Integer approved,
    @Nullable Integer undoable,
    @Nullable Integer redoable) {
  public IssueState {
    marks = Map.copyOf(marks);
    taken = new LinkedHashMap<>(taken);
  }

  public Mark mark(String item) {
    return marks.getOrDefault(item, Mark.NONE);
  }

  public boolean isApproved() {
    return approved != null;
  }
}
