package dev.mldigest.page.view;

import java.util.List;

/**
 * What is said of the issue as a whole.
 *
 * @param span its days in words, for example "1 to 7 December 2025"
 * @param number of the last event: what a write expects
 * @param minutes that the editor has been at it
 * @param gaps what is missing of this week and why, a sentence each
 * @param forms that can be looked at, by their names in addresses
 * @param targets where a draft can be put, the default first
 */
public record IssueView(
    String title,
    String span,
    int number,
    boolean approved,
    boolean undoable,
    boolean redoable,
    int minutes,
    String subject,
    String preheader,
    String introduction,
    List<String> gaps,
    List<String> forms,
    List<String> targets) {
  public IssueView {
    gaps = List.copyOf(gaps);
    forms = List.copyOf(forms);
    targets = List.copyOf(targets);
  }
}
