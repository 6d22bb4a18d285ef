package dev.mldigest.model.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {
  private static final PromptTemplate TEMPLATE =
      new PromptTemplate("{{#voice}}\nVoice:\n{{voice}}\n{{/voice}}\nText: {{text}}");

  @Test
  void a_block_whose_value_is_blank_is_left_out() {
    assertThat(TEMPLATE.render(Map.of("voice", " ", "text", "owls"))).isEqualTo("Text: owls");
  }

  @Test
  void a_block_with_a_value_stands_and_braces_in_a_value_stay_text() {
    assertThat(TEMPLATE.render(Map.of("voice", "{{#text}}\n$1 {{/text}}", "text", "owls")))
        .isEqualTo("Voice:\n{{#text}}\n$1 {{/text}}\nText: owls");
    assertThat(TEMPLATE.variables()).containsExactly("text", "voice");
  }
}
