package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Corpora;
import dev.mldigest.testkit.Mutations;
import dev.mldigest.testkit.Mutator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * No damage to a page makes the extractor throw or hang, on small pages of the corpus where there
 * is one: of a large one a thousand damages take as long as of twenty small ones.
 */
class PageMutationTest {
  private static final String URL = "http://site.example/2026/03/post?page=1";

  /** Bytes of a small page, packed. */
  private static final int SMALL = 6_000;

  private static final List<String> TAGS =
      List.of(
          "div",
          "p",
          "article",
          "table",
          "tr",
          "td",
          "li",
          "pre",
          "code",
          "a",
          "sup",
          "math",
          "figure",
          "h1",
          "span",
          "section",
          "svg",
          "script",
          "template",
          "x-y");

  private static final List<String> SNIPPETS =
      List.of(
          "<",
          "</p>",
          "<!--",
          "]]>",
          "<table><tr><td rowspan=99999 colspan=-1>7<table>",
          "<pre><code><span class=line data-line-number=1>1</span>",
          "<div style=\"display:none;color:#fff\" hidden class=\"hidden md:block\">",
          "<math><msup><mi>x</mi></math><annotation encoding=tex>\\frac{",
          "<img src=\"data:,%\" alt=\"x^2=\\alpha_{\" class=latex>",
          "$$\\(\\[$x^{$",
          "<script"
              + " type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Article\",\"image\":[[]]}",
          "<script type=math/tex>",
          "<svg><foreignObject><p>",
          "<template shadowrootmode=open><slot>",
          "<base href=\"//\"><link rel=canonical href=\"http://[\"><meta charset=utf-16>",
          "<time datetime=\"99999-99-99T99:99Z\">31 June 2026</time>",
          "<span class=\"katex\"><span class=\"katex-html\"><span class=\"msupsub\">",
          "<mjx-container data-latex=\"{\"><mjx-c class=\"mjx-c1D465\">",
          "<a href=\"#fn1\" id=fnref1 role=doc-noteref><sup>1</sup>",
          "<ol start=99999999999><li value=-1>",
          "<section id=comments><div class=comment>",
          "<input type=email><form>",
          "<del><s style=\"text-decoration:line-through\">9",
          "&#x110000;&#0;&nbsp;&zwj;",
          "\ud83d\ude00\u200b\u202e\u0e01\u4e00",
          "\u00c3\u00a9\u00e2\u20ac",
          "\u0000\u001b$B");

  private final Extractor extractor = new Extractor();
  private final Mutations mutations =
      new Mutations(400, body -> extractor.read(body, null, URL, null).outcome());

  @Test
  void no_damage_to_a_page_makes_the_extractor_throw() throws Exception {
    List<byte[]> own = OwnPages.bodies();
    for (int i = 0; i < own.size(); i++) {
      mutations.add("own page " + i, own.get(i));
    }
    Path corpus = Corpora.folder().map(folder -> folder.resolve("articles")).orElse(null);
    if (corpus != null && Files.isDirectory(corpus)) {
      gather(corpus);
    }
    assertThat(mutations.run(new Mutator.Words(TAGS, SNIPPETS))).isEmpty();
  }

  @Test
  void two_numbers_on_a_line_beside_code_are_no_number_of_a_line() {
    String page =
        "<p>Some words before the code.<table><tr><td><pre>3 4\n"
            + "5</pre><td><pre>a = b</pre></table>";
    assertThat(
            extractor.read(page.getBytes(StandardCharsets.UTF_8), null, URL, null).article().text())
        .contains("a = b");
  }

  private void gather(Path corpus) throws IOException {
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".gz")).sorted().toList()) {
        if (Files.size(file) < SMALL) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            mutations.add(corpus.relativize(file).toString(), in.readAllBytes());
          }
        }
      }
    }
  }
}
