package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void text_stays_text_between_tags_and_between_quotes() {
    assertThat(Markup.escaped("a < b && \"c\" > d's\n\r\t😀"))
        .isEqualTo("a &lt; b &amp;&amp; &quot;c&quot; &gt; d's\n\r\t😀");
  }

  @Test
  void what_no_document_may_hold_is_gone() {
    assertThat(Markup.escaped("a\u0000b\u001Bc\uFFFEd\uD800e")).isEqualTo("abcde");
  }
}
