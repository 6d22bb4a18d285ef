package dev.mldigest.page.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The head of the page says whose issue it is, and of which days. */
class IssueViewTest {
  private static IssueView titled(String title) {
    return new IssueView(title, 1, false, 0, "", "", "", List.of(), List.of());
  }

  @Test
  void a_title_is_a_name_and_the_days_it_ends_in() {
    IssueView issue = titled("ML Digest (demo week) – 13 to 19 November 2026");
    assertThat(issue.name()).isEqualTo("ML Digest (demo week)");
    assertThat(issue.days()).isEqualTo("13 to 19 November 2026");
  }

  @Test
  void a_name_with_a_dash_of_its_own_stays_whole() {
    IssueView issue = titled("Models – and their makers – 13 to 19 November 2026");
    assertThat(issue.name()).isEqualTo("Models – and their makers");
    assertThat(issue.days()).isEqualTo("13 to 19 November 2026");
  }

  @Test
  void a_title_of_the_editors_own_without_days_is_a_name_alone() {
    IssueView issue = titled("The summer issue");
    assertThat(issue.name()).isEqualTo("The summer issue");
    assertThat(issue.days()).isEmpty();
  }
}
