package dev.mldigest.assemble.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.archive.ArchivedIssue.Placed;
import dev.mldigest.domain.issue.Labels;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ArchiveSiteTest {
  private static final URI SITE = URI.create("https://news.example/ml/");

  private static final String TEXT =
      """
      ---
      subject: "S"
      preheader: "What is beside"
      ---

      # The Post – 1 to 7 March 2026

      An introduction with a note.[^1]

      > **Sponsor**
      >
      > They pay for this.

      ## Papers

      ### [First](https://a.example/1)

      *arXiv · 3 March 2026*

      It halves $\\alpha_{i} * \\beta_{j}$ and keeps `x * y`.

      ```python
      if a < b:
          print("whole")
      ```

      ### Mine, without a link

      A picture: ![a chart of losses](https://a.example/c.png)

      ## Releases

      ### [Second](https://a.example/2)

      Text.

      [^1]: The note itself.
      """;

  private static final ArchivedIssue ISSUE =
      Archived.of(
          "2026-W10",
          TEXT,
          new Placed("item-a", "Papers", "First", ""),
          new Placed("item-own-1", "Papers", "Mine, without a link", ""),
          new Placed("item-b", "Releases", "Second", ""));

  private static final ArchivedIssue EARLIER =
      Archived.of(
          "2026-W09",
          "# The Post – February\n\n## papers\n\n### [Old](https://a.example/0)\n\nText.\n",
          new Placed("item-o", "papers", "Old", ""));

  private static Map<String, String> site(ArchivedIssue... issues) {
    return new ArchiveSite(List.of(issues), SITE).files();
  }

  private static Document page(String name, ArchivedIssue... issues) {
    return Jsoup.parse(site(issues).getOrDefault(name, ""), SITE + name);
  }

  @Test
  void an_issue_stands_whole_with_an_address_for_each_section_and_item() {
    Document page = page("2026-W10.html", ISSUE);

    assertThat(page.select("article.item").eachAttr("id"))
        .containsExactly("item-a", "item-own-1", "item-b");
    assertThat(page.select("nav.contents a").eachAttr("href"))
        .containsExactly("#section-papers", "#section-releases");
    assertThat(page.select("pre code.language-python").text()).contains("print(\"whole\")");
    assertThat(page.select("#item-a").text()).contains("$\\alpha_{i} * \\beta_{j}$", "x * y");
    assertThat(page.select(".box p").eachText().getFirst()).isEqualTo("Sponsor");
    assertThat(page.select(".footnotes").text()).contains("The note itself.");
    assertThat(page.select("sup a").attr("href")).isNotEmpty();
    assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("What is beside");
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(SITE + "2026-W10.html");
  }

  @Test
  void a_formula_stands_as_it_was_written_and_an_amount_is_none() {
    Document page =
        page(
            "2026-W10.html",
            Archived.of(
                "2026-W10",
                "# T\n\n"
                    + "$\\{x_1, *y*\\} \\\\ z_{2}_$ and $$\\frac{a}{b}$$, $5 to $10, US$5_a,"
                    + " \\$a_b\\$, $5_[x](https://a.example/$), `$c_d$`.\n"));

    assertThat(page.select(".tex").eachText())
        .containsExactly("$\\{x_1, *y*\\} \\\\ z_{2}_$", "$$\\frac{a}{b}$$");
    assertThat(page.select(".intro p").text()).contains("$5 to $10, US$5_a, $a_b$, $5_x, $c_d$.");
    assertThat(page.select(".intro a").attr("href")).isEqualTo("https://a.example/$");
  }

  @Test
  void no_page_holds_a_script_or_asks_for_anything_elsewhere() {
    site(ISSUE, EARLIER)
        .forEach((name, text) -> {
          if (name.endsWith(".html")) {
            Document page = Jsoup.parse(text);
            assertThat(
                    page.select("script, img, iframe, object, embed, form, link[rel=stylesheet]"))
                .as(name)
                .isEmpty();
            assertThat(page.select("style").html()).doesNotContain("url(", "@import");
          }
        });
    assertThat(page("2026-W10.html", ISSUE).select("a.picture").attr("href"))
        .isEqualTo("https://a.example/c.png");
  }

  @Test
  void every_way_within_the_site_leads_to_a_place_that_is_there() {
    Map<String, String> files = site(ISSUE, EARLIER);
    Set<String> checked = new LinkedHashSet<>();
    files.forEach((name, text) -> {
      if (name.endsWith(".html")) {
        Document page = Jsoup.parse(text);
        Set<String> ids = new LinkedHashSet<>(page.select("[id]").eachAttr("id"));
        assertThat(ids).as(name).hasSameSizeAs(page.select("[id]"));
        for (Element way : page.select("a[href], link[href]")) {
          URI to = URI.create(way.attr("href"));
          if (!to.isAbsolute()) {
            URI found = URI.create("site:/" + name).resolve(to);
            String file = found.getPath().substring(1);
            assertThat(files).as(name + " → " + to).containsKey(file);
            if (found.getFragment() != null) {
              assertThat(
                      Jsoup.parse(files.getOrDefault(file, "")).getElementById(found.getFragment()))
                  .as(name + " → " + to)
                  .isNotNull();
            }
            checked.add(to.toString());
          }
        }
      }
    });
    assertThat(checked).hasSizeGreaterThan(15);
  }

  @Test
  void issues_name_their_neighbours_and_the_index_has_the_newest_first() {
    assertThat(page("2026-W10.html", EARLIER, ISSUE).select("a[rel=prev]").attr("href"))
        .isEqualTo("2026-W09.html");
    assertThat(page("2026-W09.html", EARLIER, ISSUE).select("a[rel=next]").attr("href"))
        .isEqualTo("2026-W10.html");
    assertThat(page("index.html", EARLIER, ISSUE).select(".issues h2").eachText())
        .containsExactly("The Post – 1 to 7 March 2026", "The Post – February");
  }

  @Test
  void a_topic_holds_the_items_of_a_section_however_it_was_written() {
    Document topic = page("topics/papers.html", EARLIER, ISSUE);

    assertThat(topic.select("h1").text()).isEqualTo("Papers");
    assertThat(topic.select(".issues ul a").eachText())
        .containsExactly("First", "Mine, without a link", "Old");
    assertThat(page("topics.html", EARLIER, ISSUE).select(".issues h2").eachText())
        .containsExactly("Papers", "Releases");
  }

  @Test
  void an_item_is_found_under_each_subject_that_its_title_or_its_text_tells() {
    ArchivedIssue issue =
        Archived.of(
            "2026-W10",
            "# The Post\n",
            new Placed("item-a", "Papers", "Long-Horizon Agents by Reinforcement Learning", ""),
            new Placed("item-b", "Agents", "Three outages", "No agent was asked. Latency fell."),
            new Placed("item-c", "Papers", "Plain", "Latency fell. A lower latency for the same."));

    Document topics = page("topics.html", issue);
    assertThat(topics.select(".issues h2").eachText()).containsExactly("Agents", "Papers");
    assertThat(topics.select(".subjects li").eachText())
        .containsExactly("Inference and serving 1", "Operations 1", "Reinforcement learning 1");
    assertThat(page("topics/agents.html", issue).select(".issues ul a").eachAttr("href"))
        .containsExactly("../2026-W10.html#item-a", "../2026-W10.html#item-b");
    assertThat(page("topics/inference-and-serving.html", issue).select(".issues ul a").eachText())
        .containsExactly("Plain");
  }

  @Test
  void issues_in_another_language_than_that_of_the_subjects_have_sections_alone() {
    Placed item = new Placed("item-a", "Papers", "Agents", "");
    ArchivedIssue english = Archived.of("2026-W10", "# Post\n", item);
    ArchivedIssue german =
        new ArchivedIssue(
            english.week(),
            "Post",
            english.updated(),
            english.markdown(),
            english.items(),
            new Labels("de", false, Map.of()),
            null);
    assertThat(site(english)).containsKey("topics/agents.html");
    assertThat(site(german))
        .containsKey("topics/papers.html")
        .doesNotContainKey("topics/agents.html");
  }

  @Test
  void every_file_has_a_name_of_letters_that_all_systems_know() {
    List<String> titles =
        List.of(
            "Künstliche Intelligenz", "研究", "研发", "Модели", "Größe", "!", "x".repeat(39) + "𝔸𠮷");
    StringBuilder text = new StringBuilder("# The Post\n");
    List<Placed> items = new ArrayList<>();
    for (String title : titles) {
      text.append("\n## ").append(title).append("\n\n### [One](https://a.example/1)\n\nText.\n");
      items.add(new Placed("item-" + items.size(), title, "One", ""));
    }
    ArchivedIssue issue = Archived.of("2026-W10", text.toString(), items.toArray(Placed[]::new));

    assertThat(site(issue).keySet())
        .allMatch(name -> name.matches("[a-z0-9./_W-]+"))
        .contains("topics/kunstliche-intelligenz.html");
    assertThat(page("2026-W10.html", issue).select("section[id]").eachAttr("id"))
        .hasSize(titles.size())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("section-[a-z0-9-]+"));
  }

  @Test
  void the_feed_is_valid_and_leads_to_the_pages() {
    Document feed =
        Jsoup.parse(site(ISSUE, EARLIER).getOrDefault("feed.xml", ""), Parser.xmlParser());

    assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(SITE + "feed.xml");
    assertThat(feed.select("entry > link[rel=alternate]").eachAttr("href"))
        .containsExactly(SITE + "2026-W10.html", SITE + "2026-W09.html");
    for (Element atom : feed.select("feed, entry")) {
      // RFC 4287, 4.1.1 and 4.1.2: exactly one of each; an author at the feed does for its entries.
      for (String one : List.of("id", "title", "updated")) {
        assertThat(atom.select("> " + one)).as(one).hasSize(1);
      }
      assertThat(Instant.parse(atom.select("> updated").text())).isNotNull();
      assertThat(URI.create(atom.select("> id").text()).isAbsolute()).isTrue();
    }
    assertThat(feed.select("feed > author > name").text()).isEqualTo("The Post");
    assertThat(feed.select("entry > id").eachText()).doesNotHaveDuplicates();
  }

  @Test
  void the_same_issues_make_the_same_bytes() {
    assertThat(site(ISSUE, EARLIER)).isEqualTo(site(EARLIER, ISSUE));
  }

  /** What strangers may write, in every place that takes their words. */
  @Test
  void hostile_texts_change_nothing_but_words() {
    List<String> hostile =
        List.of(
            "</title><script>alert(1)</script>",
            "\" onmouseover=\"alert(1)",
            "{{main}}{{style}}",
            "$1 \\ $",
            "<svg onload=alert(1)>",
            "](javascript:alert(1))",
            "--><img src=x onerror=alert(1)>",
            "../../etc/passwd",
            "\u202Egnp.exe",
            "&lt;b&gt;",
            "'><base href=//evil.example>");
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      String a = hostile.get(random.nextInt(hostile.size()));
      String b = hostile.get(random.nextInt(hostile.size()));
      ArchivedIssue issue =
          Archived.of(
              "2026-W10",
              "---\npreheader: '"
                  + a
                  + "'\n---\n\n# "
                  + b
                  + "\n\n"
                  + a
                  + "\n\n## "
                  + a
                  + "\n\n### "
                  + b
                  + "\n\n[x](javascript:alert(1)) "
                  + a
                  + "\n\n> **"
                  + b
                  + "**\n>\n> text\n",
              new Placed("item-1", a, b, ""));
      site(issue, EARLIER)
          .forEach((name, text) -> {
            if (name.endsWith(".html")) {
              assertThat(unsafe(Jsoup.parse(text))).as(name + ": " + a + " | " + b).isEmpty();
            }
            assertThat(name).doesNotContain("..").matches("[\\p{L}\\p{N}/.-]+");
          });
    }
  }

  private static String unsafe(Document page) {
    return page.getAllElements().stream()
        .filter(element ->
            List.of("script", "img", "base", "iframe").contains(element.normalName())
                || (element.normalName().equals("svg") && !element.hasAttr("role"))
                || element.attributes().asList().stream()
                    .anyMatch(attribute ->
                        attribute.getKey().startsWith("on")
                            || attribute.getValue().startsWith("javascript:")))
        .map(Element::outerHtml)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_text_that_names_no_items_and_an_issue_without_any_stand_too() {
    Document page =
        page(
            "2026-W10.html",
            Archived.of("2026-W10", "### [A title](https://a.example)\n\nText.\n"));
    assertThat(page.select("article.item").eachAttr("id")).containsExactly("item-a-title");
    assertThat(page.select("h1").text()).isEqualTo("The Post – 2026-W10");

    assertThat(page("2026-W10.html", Archived.of("2026-W10", "# T\n\nNothing this week.\n")).text())
        .contains("Nothing this week.");
    assertThat(site(Archived.of("2026-W10", ""))).containsKey("topics.html");
  }
}
