package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.assemble.archive.ArchiveSite;
import dev.mldigest.assemble.archive.Archived;
import dev.mldigest.assemble.mail.HtmlMail;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Inert;
import dev.mldigest.assemble.markdown.MarkdownOutline;
import dev.mldigest.assemble.markdown.OutgoingMarkdown;
import dev.mldigest.assemble.plain.PlainText;
import dev.mldigest.assemble.post.Network;
import dev.mldigest.assemble.post.Posts;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.testkit.HostileTexts;
import dev.mldigest.text.Escapes;
import dev.mldigest.text.Invisible;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * Seeded hostile texts in every place of an issue that others fill, in all forms that are made of
 * it: links, pictures, HTML, marks and mentions that each dialect's reader finds are those that
 * were written. {@code -Dhostile.texts=1000000} takes more of them, {@code -Dhostile.seed=N}
 * others.
 */
class HostileFormsTest {
  private static final int TEXTS = Integer.getInteger("hostile.texts", 10_000);
  private static final long SEED = Long.getLong("hostile.seed", 1);
  private static final int ITEMS = 8;

  /** Four texts an item, six besides. */
  private static final int AN_ISSUE = 4 * ITEMS + 6;

  private static final String SAFE = "Safe words";

  private static final List<Parser> DIALECTS =
      List.of(
          Parser.builder().build(),
          Parser.builder()
              .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
              .build(),
          Parser.builder()
              .extensions(List.of(FootnotesExtension.builder().inlineFootnotes(true).build()))
              .build());

  /** Stands in every address of those that lead nowhere, and in no text. */
  private static final String MARK = "zz4711";

  private static final List<String> DEAD =
      List.of(
          "javascript:alert(zz4711)",
          "JaVaScRiPt:zz4711",
          "javascript&colon;zz4711",
          "java&Tab;script:zz4711",
          "&#1;javascript:zz4711",
          "data:text/html;base64,zz4711",
          "vbscript:zz4711",
          "file:///zz4711",
          "blob:https://e.org/zz4711",
          "ftp://e.org/zz4711",
          "tel:zz4711",
          "zz4711:",
          "//evil.example/zz4711",
          "/&Tab;/evil.example/zz4711",
          "\\\\\\\\evil.example/zz4711",
          "https:zz4711",
          "http://[zz4711",
          "https://?zz4711",
          "https://zz4711 .example/",
          "mailto:",
          "https://",
          "");

  private static final Pattern HIDDEN =
      Pattern.compile("[\\x{202A}-\\x{202E}\\x{200B}\\x{2060}\\x{FEFF}]");

  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^\\s\"<>)|]+");
  private static final Pattern HOST =
      Pattern.compile("(?i)(?<![\\w.@-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?![\\w-])");
  private static final Pattern MENTION = Pattern.compile("[@＠][\\p{L}\\p{N}_]");
  private static final Pattern TAG = Pattern.compile("[#＃][\\p{L}\\p{N}_]");
  private static final Pattern CASH = Pattern.compile("\\$[A-Za-z]");
  private static final Pattern COMMAND = Pattern.compile("(?<![\\w/])/[A-Za-z0-9_]");
  private static final Pattern SLACK = Pattern.compile("<([^<>|]*)(?:\\|[^<>]*)?>");
  private static final Pattern DISCORD =
      Pattern.compile("\\[(?:\\\\.|[^\\]\\\\])*\\]\\(<([^<>]*)>\\)");

  @Test
  void nothing_but_words_changes_in_any_form() throws Exception {
    Map<String, Object> expected = found(issue(() -> SAFE));
    HostileTexts texts = new HostileTexts(SEED);
    int issues = (TEXTS + AN_ISSUE - 1) / AN_ISSUE;
    for (int i = 0; i < issues; i++) {
      List<String> used = new ArrayList<>();
      Issue issue =
          issue(() -> {
            used.add(texts.next());
            return used.getLast();
          });
      assertThat(found(issue)).as("seed %d, issue %d: %s", SEED, i, used).isEqualTo(expected);
    }
    System.out.printf(
        "%,d hostile texts in %d forms, structure unchanged%n", issues * AN_ISSUE, expected.size());
  }

  @Test
  void a_link_or_a_picture_that_leads_nowhere_is_its_words_in_every_form() throws Exception {
    Issue issue = issue(() -> SAFE);
    Map<String, Object> expected = leaving(issue, published(issue) + own("W", "", () -> SAFE));
    HostileTexts texts = new HostileTexts(SEED);
    int issues = Math.max(2 * DEAD.size(), TEXTS / AN_ISSUE / 4);
    for (int i = 0; i < issues; i++) {
      String dead = DEAD.get(i % DEAD.size());
      String marks = i / DEAD.size() % 2 == 0 ? "[W](<%s>)" : "![W](<%s> \"t\")";
      String own = own(marks.formatted(dead), "[ref]: <" + dead + ">", texts::next);
      String published = published(issue) + own;
      assertThat(leaving(issue, published)).as("%s", own).isEqualTo(expected);
      assertThat(Prose.blocks(published)).as("%s", own).noneMatch(block -> block.contains(MARK));
    }
  }

  /** What an editor might write or paste: a link in a title, a sentence, a list, a table, a box. */
  private static String own(String link, String definition, Supplier<String> text) {
    Supplier<String> words = () -> Inert.text(text.get());
    return """

    ### [Own](https://example.org/own) %1$s

    Words %1$s and **%1$s**, %2$s

    - in a list %1$s

    | a | b |
    |---|---|
    | %1$s | %3$s |

    > **Sponsor**
    >
    > Paid for by %1$s.

    A %4$s of it.

    %5$s
    """
        .formatted(
            link,
            words.get(),
            words.get(),
            definition.isEmpty() ? "ref" : "[ref][ref]",
            definition);
  }

  private static Issue issue(Supplier<String> text) {
    List<Issue.Item> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(
          Issues.item(
              "id" + i,
              text.get(),
              "https://example.org/id" + i,
              text.get(),
              "2026-02-27T12:00:00Z",
              "blog",
              Issues.summary("them", text.get(), text.get()),
              List.of()));
    }
    Issue one = Issues.of(items);
    return new Issue(
        one.title(),
        one.week(),
        one.window(),
        one.zone(),
        new Opening(
            List.of(text.get()),
            List.of(text.get()),
            List.of(
                new Opening.Sentence(text.get(), List.of()),
                new Opening.Sentence(text.get(), List.of())),
            Summary.OFFLINE),
        one.sections(),
        List.of(new Issue.Link("seen", text.get(), "https://example.org/seen", text.get())),
        one.gaps(),
        one.funnel());
  }

  /** By form, what its readers find besides words. */
  private static Map<String, Object> found(Issue issue) throws IOException {
    Map<String, Object> found = new LinkedHashMap<>();
    String published = published(issue);
    for (int i = 0; i < DIALECTS.size(); i++) {
      MarkdownOutline outline = MarkdownOutline.of(DIALECTS.get(i).parse(Dialect.body(published)));
      found.put("markdown " + i, outline);
    }
    found.putAll(leaving(issue, published));
    return found;
  }

  private static String published(Issue issue) {
    return new DigestMarkdown().render(issue).replaceAll("(?m)^<!-- .* -->\n", "");
  }

  /** The same of the forms that leave. */
  private static Map<String, Object> leaving(Issue issue, String published) throws IOException {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put(
        "leaving",
        MarkdownOutline.of(
            DIALECTS.get(1).parse(Dialect.body(shown(OutgoingMarkdown.of(published))))));
    found.put("mail", elements(new HtmlMail(Locale.ENGLISH).render(published, "T")));
    found.put("rich", elements(new RichHtml().render(published)));
    found.put("text", matches(ADDRESS, shown(new PlainText().render(published))));
    found.put(
        "atom",
        elements(
            Jsoup.parse(
                    new AtomFeed()
                        .render(
                            "T",
                            Instant.EPOCH,
                            List.of(
                                new AtomFeed.PublishedIssue(
                                    issue.week(), Instant.EPOCH, published))),
                    org.jsoup.parser.Parser.xmlParser())
                .select("content")
                .text()));
    archive(issue, published).forEach((path, text) -> found.put(path, text));
    found.put("json", json(issue));
    for (Network network : Network.values()) {
      List<String> posts = Posts.of(network, published, "Also seen");
      assertThat(posts).as("%s", network).allMatch(post -> network.size(post) <= network.most());
      assertThat(Posts.parts(Posts.joined(posts))).isEqualTo(posts);
      found.put(network + "", acts(network, posts));
    }
    return found;
  }

  /** The issue's page, the indexes and the feed of the site: what a browser finds in them. */
  private static Map<String, Object> archive(Issue issue, String published) {
    Map<String, Object> found = new LinkedHashMap<>();
    ArchiveSite site =
        new ArchiveSite(
            List.of(Archived.of(issue, published)), URI.create("https://news.example/ml/"));
    site.files().forEach((path, text) -> found.put("archive " + path, structure(path, text)));
    return found;
  }

  private static List<String> structure(String path, String text) {
    String html =
        path.endsWith(".xml")
            ? Jsoup.parse(text, org.jsoup.parser.Parser.xmlParser()).select("content").text()
            : text;
    // The name of a place is made of the words that it stands for.
    return elements(html).stream()
        .map(element -> element.replaceAll("#(?:item|section)-\\S+", "#"))
        .toList();
  }

  /** Its keys, as a parser reads them, and the signs in its texts that nobody sees. */
  private static List<String> json(Issue issue) throws IOException {
    List<String> found = new ArrayList<>();
    String json = Invisible.removed(new IssueJson().write(issue));
    keys("", new ObjectMapper().readTree(Escapes.json(json)), found);
    return found;
  }

  private static void keys(String place, JsonNode node, List<String> found) {
    if (node.isTextual()) {
      String text = node.asText();
      HIDDEN.matcher(text).results().forEach(sign -> found.add(place + " " + sign.group()));
    }
    node.fieldNames().forEachRemaining(name -> found.add(place + "/" + name));
    for (JsonNode child : node) {
      keys(place + "/", child, found);
    }
  }

  private static List<String> elements(String html) {
    Document page = Jsoup.parse(shown(html));
    assertThat(page.select("a:not([href]), a[href=\"\"], img:not([src]), img[src=\"\"]")).isEmpty();
    return page.getAllElements().stream()
        .map(element -> element.normalName() + " " + element.attr("href") + element.attr("src"))
        .toList();
  }

  /** Also where nobody follows it, a dead address is nothing to read. */
  private static String shown(String form) {
    assertThat(form).doesNotContain(MARK);
    return form;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).toList();
  }

  /** What the service's reader takes for more than words: a little parser of each dialect. */
  private static List<String> acts(Network network, List<String> posts) {
    List<String> acts = new ArrayList<>();
    for (String post : posts) {
      String text = shown(post).replaceFirst("\n\\d+/\\d+$", "");
      acts.addAll(
          switch (network) {
            case SLACK -> slack(text);
            case DISCORD -> discord(text);
            case TELEGRAM -> telegram(text);
            case MASTODON, BLUESKY -> plain(network, text);
          });
    }
    return acts;
  }

  private static List<String> slack(String text) {
    List<String> acts = new ArrayList<>();
    SLACK.matcher(text).results().forEach(link -> acts.add(link.group(1)));
    String rest = SLACK.matcher(text).replaceAll("");
    acts.addAll(matches(Pattern.compile("[<>]|(?m)^&gt;|`|~|\\*(?!For:)\\p{L}*\\*"), rest));
    acts.addAll(matches(Pattern.compile(":[a-z0-9_+-]+:"), rest));
    acts.addAll(words(rest, ADDRESS, HOST, MENTION, TAG));
    return acts;
  }

  private static List<String> discord(String text) {
    List<String> acts = new ArrayList<>();
    DISCORD.matcher(text).results().forEach(link -> acts.add(link.group(1)));
    String rest = DISCORD.matcher(text).replaceAll("").replaceAll("\\\\\\p{Punct}", "·");
    acts.addAll(matches(Pattern.compile("[\\[\\]<>`~|_]|(?m)^\\s*(?:[#>+-]|\\d+[.)])"), rest));
    acts.addAll(words(rest, ADDRESS, MENTION));
    return acts;
  }

  private static List<String> telegram(String text) {
    List<String> acts = new ArrayList<>(elements(text));
    acts.removeIf(element -> element.matches("(?:#root|html|head|body) "));
    String shown = Jsoup.parse(text).wholeText();
    acts.addAll(words(shown, ADDRESS, HOST, MENTION, TAG, CASH, COMMAND));
    return acts;
  }

  private static List<String> plain(Network network, String text) {
    List<String> acts = matches(Pattern.compile("https?://\\S+"), text);
    String rest = text.replaceAll("https?://\\S+", "");
    List<String> all = new ArrayList<>(acts);
    all.addAll(words(rest, ADDRESS, MENTION, TAG, CASH));
    if (network == Network.BLUESKY) {
      all.addAll(words(rest, HOST));
    }
    return all;
  }

  private static List<String> words(String text, Pattern... patterns) {
    List<String> found = new ArrayList<>();
    for (Pattern pattern : patterns) {
      found.addAll(matches(pattern, text));
    }
    return found;
  }
}
