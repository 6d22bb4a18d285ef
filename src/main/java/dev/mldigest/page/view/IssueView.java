package dev.mldigest.page.view;

import java.util.List;

/**
 * What is said of the issue as a whole.
 *
 * @param number of the last event: what a write expects
 * @param minutes that the editor has been at it
 * @param gaps what is missing of this week and why, a sentence each
 * @param targets where a draft can be put, the default first
 */
public record IssueView(
    String title,
    int number,
    boolean approved,
    int minutes,
    String subject,
    String preheader,
    String introduction,
    List<String> gaps,
    List<String> targets) {
  /** Between the name and the days, as the heading of digest.md is made. */
  private static final String DASH = " – ";

  public IssueView {
    gaps = List.copyOf(gaps);
    targets = List.copyOf(targets);
  }

  /** The title without the days that it ends in. */
  public String name() {
    int dash = title.lastIndexOf(DASH);
    return dash < 0 ? title : title.substring(0, dash);
  }

  /** The days that the title ends in, or empty. */
  public String days() {
    int dash = title.lastIndexOf(DASH);
    return dash < 0 ? "" : title.substring(dash + DASH.length());
  }
}
