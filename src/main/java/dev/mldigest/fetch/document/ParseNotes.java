package dev.mldigest.fetch.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one parse had to repair or could not save; at most twenty sentences. */
public final class ParseNotes {
  /** As many as a person reads of one feed. */
  private static final int MOST = 20;

  private final Set<String> warnings = new LinkedHashSet<>();
  private boolean complete = true;
  private boolean oddDate;
  private boolean oddDay;

  public void warn(String sentence) {
    if (warnings.size() < MOST) {
      warnings.add(sentence);
    }
  }

  /** A date that says nothing to us; said of the first one only, however many there are. */
  public void unreadableDate(String written) {
    if (!oddDate) {
      oddDate = true;
      String date = TitleText.folded(written);
      warn(
          "The date '%s' cannot be read; its entry counts as undated, and so do others like it."
              .formatted(date.length() > 60 ? date.substring(0, 60) + "…" : date));
    }
  }

  /** A day that its month does not have; said of the first one only. */
  public void pastItsMonth(String written) {
    if (!oddDay) {
      oddDay = true;
      warn(
          "No month has the day of '%s'; it is counted on into the next month, and so are others like it."
              .formatted(TitleText.folded(written)));
    }
  }

  /** Something of the feed is lost for good. */
  public void incomplete(String sentence) {
    complete = false;
    warn(sentence);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  public boolean complete() {
    return complete;
  }
}
