package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  private final Lint lint = new Lint();
  private final DigestMarkdown markdown = new DigestMarkdown();

  @Test
  void a_sound_digest_has_no_findings() {
    assertThat(lint.findings(markdown.render(Issues.example()))).isEmpty();
    assertThat(lint.findings(markdown.render(Issues.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lorem ipsum dolor sit amet.",
        "Summary generation failed.",
        "As an AI language model, I cannot read this page.",
        "I'm sorry, but I can't help with that.",
        "I cannot access the article.",
        "Certainly! Here is a summary of the article.",
        "Here's a brief summary: a new model.",
        "No summary available.",
        "null",
        "java.lang.NullPointerException: at Foo",
        "[insert summary here]",
        "${item.title}"
      })
  void filler_and_error_text_in_a_summary_is_found(String filler) {
    assertThat(summary(filler))
        .singleElement()
        .asString()
        .startsWith("In 'A title' stands '")
        .endsWith("filler or an error message, not a summary.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The authors study refusals such as \"As an AI language model, I cannot help\".",
        "Summary generation is compared with retrieval; the summary is not faithful in 8 % of"
            + " cases.",
        "The tool expands {{ name }} in prompts and ends with a todo list.",
        "A null result: the effect is none of the expected ones.",
        "I was sorry to see the benchmark go, the author writes."
      })
  void what_an_article_may_say_is_no_finding(String prose) {
    assertThat(summary(prose)).isEmpty();
  }

  @Test
  void titles_are_the_sources_words() {
    String title = "\"As an AI language model, I cannot\": lorem ipsum and {{templates}}";
    assertThat(lint.findings(markdown.render(Issues.of(Issues.item("a", title, "Good.")))))
        .isEmpty();
  }

  @Test
  void brackets_that_nothing_filled_in_are_found_but_not_in_code() {
    assertThat(lint.findings("# T\n\nHello {{reader}}.\n"))
        .containsExactly("In 'T' stands '{{reader}}', which nothing has filled in.");
    assertThat(lint.findings("# T\n\nWrite `{{reader}}`.\n\n```\n{{x}}\n```\n")).isEmpty();
  }

  @Test
  void items_without_a_link_or_a_summary_are_found() {
    assertThat(lint.findings("### Title\n\n*S · date*\n\nText.\n"))
        .containsExactly("The item 'Title' has no link.");
    assertThat(
            lint.findings(
                "### [T](https://t.example)\n\n*S · date*\n\n**Highlight:** A must-read.\n"))
        .containsExactly("The item 'T' has no summary.");
    assertThat(lint.findings("### [T](https://t.example)\n\n*S*\n\n<!-- note: -->\n"))
        .containsExactly("The item 'T' has no summary.");
  }

  @Test
  void links_and_summaries_are_found_in_whatever_form_the_editor_wrote_them() {
    for (String item :
        List.of(
            "### **[T](https://t.example)**\n\nText.\n",
            "### *Read:* [**T**](https://t.example)\n\nText.\n",
            "### [T](https://t.example)\n\n*S · date*\n\n#### Why it matters\n\nText.\n",
            "### [T](https://t.example)\n\n*S · date*\n\n*All of it.*\n")) {
      assertThat(lint.findings(item)).as(item).isEmpty();
    }
    assertThat(lint.findings("### [T](https://t.example)\n\n*S · date*\n\n#### Why\n"))
        .containsExactly("The item 'T' has no summary.");
  }

  @Test
  void a_line_for_nobody_is_found_and_one_of_before_too() {
    assertThat(lint.findings("### [T](https://t.e)\n\nText.\n\n**For:** null.\n")).hasSize(1);
    assertThat(lint.findings("### [T](https://t.e)\n\nText.\n\n**For:** teams.\n")).isEmpty();
    assertThat(lint.findings("### [T](https://t.e)\n\n*S · date*\n\n**For:** teams.\n"))
        .containsExactly("The item 'T' has no summary.");
    assertThat(
            lint.findings(
                "### [T](https://t.e)\n\nText.\n\n**Highlight:** A must-read for null.\n"))
        .hasSize(1);
  }

  private java.util.List<String> summary(String text) {
    return lint.findings(markdown.render(Issues.of(Issues.item("a", "A title", text))));
  }
}
