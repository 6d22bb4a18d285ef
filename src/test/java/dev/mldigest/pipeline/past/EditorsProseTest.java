package dev.mldigest.pipeline.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import org.junit.jupiter.api.Test;

class EditorsProseTest {
  private final String generated = new DigestMarkdown().render(Issues.example());

  @Test
  void only_what_the_editor_wrote_counts_as_the_editors() {
    String mine =
        generated
            .replace(
                "They name the questions they would ask before a project starts.",
                "Ask their questions before you buy a single label.")
            .replaceFirst(
                "<!-- note: -->",
                "<!-- note: Two of us ran this; it holds [here](https://a.b) too. -->")
            .replace("The Gradient Post – 2026-W10", "The Gradient Post, week ten")
            .replace("Quantised KV caches on phones", "A link that I renamed for the list")
            .replace("\n", "\r\n");
    assertThat(EditorsProse.own(generated, mine))
        .containsExactly(
            "Two of us ran this; it holds here too.",
            "Ask their questions before you buy a single label.");
    assertThat(EditorsProse.own(generated, generated)).isEmpty();
  }
}
