package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static final String CODE =
      """
      def attention(q, k, v):
          # scaled dot product
          scores = q @ k.T / math.sqrt(q.shape[-1])

          if scores.ndim > 2:
      \treturn None
          return softmax(scores) @ v  # <- "kept"\
      """;

  @Test
  void code_is_kept_to_the_letter_with_its_language() {
    Reading blog = Pages.read("blog.html");

    assertThat(blog.article().markdown()).contains("```python\n" + CODE + "\n```");
    assertThat(blog.article().text()).contains(CODE);
    assertThat(blog.article().text()).contains("\n$ pip install example\n$ example   --run\n");
    assertThat(blog.article().text()).doesNotContain("\n1\n2\n");
  }

  @Test
  void code_in_a_list_survives_a_markdown_parser() {
    Reading reading =
        Pages.readHtml(
            "<article><ol><li><p>The first step is to run this command in a shell:</p>"
                + "<pre>if x:\n    ```y```</pre></li></ol></article>");
    var found = new StringBuilder();
    Parser.builder()
        .build()
        .parse(reading.article().markdown())
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock code) {
                found.append(code.getLiteral());
              }
            });
    assertThat(found.toString()).isEqualTo("if x:\n    ```y```\n");
  }

  @Test
  void formulas_are_kept_as_tex_once() {
    String markdown = Pages.read("blog.html").article().markdown();

    assertThat(markdown)
        .contains(
            "In symbols $\\frac{q k^T}{\\sqrt{d}}$ is all", "$e^{i\\pi}$ needs", "a^2}$ stands");
    assertThat(markdown).doesNotContain("qkTd");
  }

  @Test
  void headings_lists_quotes_and_links_keep_their_form() {
    assertThat(Pages.read("blog.html").article().markdown())
        .contains("\n\n## The code\n\n")
        .contains("`attention`")
        .contains("[the manual](https://news.example.org/docs)")
        .contains("\n\n> “We stopped")
        .contains("\n\n1. First point of the list.\n    - Nested remark under it.\n2. Second");
  }

  @Test
  void a_table_is_a_table_of_github_markdown() {
    String markdown = Pages.read("blog.html").article().markdown();

    assertThat(markdown)
        .contains("| Model | Error |\n| --- | --- |\n| Spring | 9 % |\n| Autumn \\| new | 3 % |");
    int[] tables = {0};
    Parser.builder()
        .extensions(java.util.List.of(TablesExtension.create()))
        .build()
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomBlock block) {
                tables[0] += block instanceof TableBlock ? 1 : 0;
              }
            });
    assertThat(tables[0]).isEqualTo(1);
  }

  @Test
  void text_cannot_turn_into_markup() {
    String markdown =
        Pages.readHtml(
                "<article><p># no heading, &lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y)"
                    + " and <a href='javascript:alert(1)'>no link</a> here.</p></article>")
            .article()
            .markdown();

    assertThat(markdown)
        .isEqualTo(
            "\\# no heading, \\<script>alert(1)\\</script> \\[x\\](javascript:y) and no link"
                + " here.");
  }
}
