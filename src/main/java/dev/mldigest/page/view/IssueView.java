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
  public IssueView {
    gaps = List.copyOf(gaps);
    targets = List.copyOf(targets);
  }
}
