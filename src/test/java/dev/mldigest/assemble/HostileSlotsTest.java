package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.markdown.CleanText;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.MarkdownOutline;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.testkit.Payloads;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Hostile texts in every place of an issue that the world or a model can fill, in every form an
 * issue is published in: nothing but words may change. The own payloads go through all of it in the
 * build; the collected ones too, where they are present.
 */
class HostileSlotsTest {
  private static final String SAFE = "Safe words.";
  private static final Pattern URL = Pattern.compile("(?i)[a-z]+://[^\\s\"<>)]*");
  private static final List<Parser> DIALECTS =
      List.of(
          Parser.builder().build(),
          Parser.builder().extensions(List.of(AutolinkExtension.create())).build(),
          Parser.builder().extensions(List.of(TablesExtension.create())).build());

  private static int renderings;

  /** Where a text of others stands in an issue. */
  enum Slot {
    TITLE,
    SUMMARY,
    SECOND_SENTENCE,
    HIGHLIGHT,
    SOURCE,
    REPORTED_BY,
    MENTIONED_IN,
    FOLLOWED,
    CHANGED,
    NAMED,
    NOTE,
    ALSO_SEEN,
    ALSO_SEEN_SOURCE,
    FAILED_SOURCE,
    FAILURE,
    SHORTFALL,
    PARTLY,
    HEADLINE,
    INTRO,
    SUBJECT,
    PREHEADER
  }

  @AfterAll
  static void tell() {
    System.out.printf("%d renderings of hostile issues, structure unchanged%n", renderings);
  }

  @ParameterizedTest
  @EnumSource
  void an_own_payload_changes_words_only(Slot slot) throws Exception {
    prove(slot, Payloads.own());
  }

  @ParameterizedTest
  @EnumSource
  void a_collected_payload_changes_words_only(Slot slot) throws Exception {
    prove(slot, Payloads.collected());
  }

  private static void prove(Slot slot, List<String> payloads) throws Exception {
    Map<String, Object> expected = structures(slot, SAFE);
    for (String payload : payloads) {
      // a text of which nothing can be shown is left out with its place
      if (!CleanText.of(payload, 10).replaceAll("[. ]", "").isEmpty()) {
        assertThat(structures(slot, payload)).as("%s: %s", slot, payload).isEqualTo(expected);
        renderings += expected.size();
      }
    }
  }

  /** By form: all that is more than words. */
  private static Map<String, Object> structures(Slot slot, String text) throws Exception {
    Issue issue = issue(slot, text);
    Map<String, String> notes = Map.of("id1", slot == Slot.NOTE ? text : SAFE);
    String markdown = new DigestMarkdown().render(issue, notes);
    String published = markdown.replaceAll("(?m)^<!-- .* -->\n", "");
    Map<String, Object> structures = new LinkedHashMap<>();
    for (int i = 0; i < DIALECTS.size(); i++) {
      structures.put("markdown " + i, outline(DIALECTS.get(i), markdown));
    }
    structures.put("front matter", frontMatter(markdown));
    structures.put("html", elements(new HtmlMail(Locale.ENGLISH).render(published, "Safe")));
    structures.put("txt", urls(new PlainText().render(published)));
    structures.put("atom", atom(published));
    structures.put("json", json(issue));
    return structures;
  }

  private static Issue issue(Slot slot, String text) {
    Function<Slot, String> in = each -> each == slot ? text : SAFE;
    Issue.Item item =
        Issues.item(
            "id1",
            in.apply(Slot.TITLE),
            "https://example.org/id1",
            in.apply(Slot.SOURCE),
            "2026-02-27T12:00:00Z",
            "blog",
            Issues.summary(
                in.apply(Slot.HIGHLIGHT), in.apply(Slot.SUMMARY), in.apply(Slot.SECOND_SENTENCE)),
            List.of(in.apply(Slot.REPORTED_BY)));
    String headline = slot == Slot.HEADLINE ? text : null;
    boolean named = slot == Slot.NAMED;
    FollowUp earlier =
        Issues.earlier(
            in.apply(Slot.FOLLOWED),
            "arXiv",
            named ? "" : in.apply(Slot.CHANGED),
            named ? "" : SAFE,
            in.apply(Slot.NAMED));
    Issue.Item mentioned =
        Issues.mentionedIn(
            Issues.following(item, earlier),
            in.apply(Slot.MENTIONED_IN),
            "https://example.org/round-up");
    Issue one = Issues.of(mentioned.with(item.summary(), headline));
    return new Issue(
        one.title(),
        one.week(),
        one.window(),
        one.zone(),
        new Opening(
            List.of(in.apply(Slot.SUBJECT), SAFE),
            List.of(in.apply(Slot.PREHEADER), SAFE),
            List.of(
                new Opening.Sentence(in.apply(Slot.INTRO), List.of()),
                new Opening.Sentence(SAFE, List.of())),
            Summary.OFFLINE),
        one.sections(),
        List.of(
            new Issue.Link(
                "id2",
                in.apply(Slot.ALSO_SEEN),
                "https://example.org/id2",
                in.apply(Slot.ALSO_SEEN_SOURCE))),
        Issue.Gaps.of(
            new Issue.Watch(
                3,
                List.of(
                    new Issue.FailedSource(in.apply(Slot.FAILED_SOURCE), in.apply(Slot.FAILURE))),
                List.of(),
                List.of(in.apply(Slot.PARTLY))),
            1,
            List.of(in.apply(Slot.SHORTFALL)),
            new Issue.Asked("test-model", 1)),
        one.funnel());
  }

  /** Its keys, as a parser of YAML reads them. */
  private static Object frontMatter(String markdown) {
    String yaml = markdown.substring(4, markdown.indexOf("\n---\n", 4) + 1);
    return ((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml)).keySet();
  }

  private static MarkdownOutline outline(Parser dialect, String markdown) {
    MarkdownOutline outline = MarkdownOutline.of(dialect.parse(Dialect.body(markdown)));
    List<String> comments =
        outline.html().stream().map(html -> html.replaceAll("v=[0-9a-f]{8}", "v=")).toList();
    return new MarkdownOutline(outline.headings(), outline.links(), outline.images(), comments);
  }

  private static List<String> elements(String html) {
    return Jsoup.parse(html).getAllElements().stream()
        .map(element -> element.normalName() + " " + element.attr("href") + element.attr("src"))
        .toList();
  }

  private static List<String> urls(String text) {
    return URL.matcher(text).results().map(found -> found.group()).toList();
  }

  private static List<Object> atom(String markdown) throws Exception {
    String feed =
        new AtomFeed()
            .render(
                "Safe",
                Instant.EPOCH,
                List.of(new AtomFeed.PublishedIssue(Issues.of().week(), Instant.EPOCH, markdown)));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(feed)));
    List<Object> structure = new ArrayList<>();
    var all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      structure.add(element.getTagName() + " " + element.getAttribute("href"));
      if (element.getTagName().equals("content")) {
        structure.add(elements(element.getTextContent()));
      }
    }
    return structure;
  }

  /** What is written can be read again, and holds the same fields. */
  private static Object json(Issue issue) throws IOException {
    String json = new IssueJson().write(issue);
    assertThat(new IssueJson().read(json)).isEqualTo(issue);
    return new TreeSet<>(
        Pattern.compile("\"[A-Za-z]+\":")
            .matcher(json.replaceAll("\\\\.", ""))
            .results()
            .map(found -> found.group())
            .toList());
  }
}
