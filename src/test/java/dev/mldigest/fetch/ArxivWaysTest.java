package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.arxiv.ArxivCalendar;
import dev.mldigest.fetch.arxiv.ArxivProtocol;
import dev.mldigest.fetch.arxiv.ArxivWithdrawal;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpTest;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcement feed, OAI-PMH and API: what each tells, and which of them is asked when. */
@Timeout(60)
class ArxivWaysTest {
  private static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final Instant MONDAY = Instant.parse("2026-03-02T05:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-02-27T05:00:00Z");
  private static final Validators OLD = new Validators("\"friday\"", null);
  private static final String EMPTY_API =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><totalResults>0</totalResults></feed>";
  private static final String NOTHING =
      oai("<error code=\"noRecordsMatch\">The combination is empty.</error>");

  // ------------------------------------------------------------------ wire samples

  private static String item(String id, String type, String summary) {
    return """
    <item><title>On %s</title><link>https://arxiv.org/abs/%s</link>
    <description>arXiv:%s Announce Type: %s
    Abstract: %s</description>
    <guid isPermaLink="false">oai:arXiv.org:%s</guid><category>cs.LG</category>
    <pubDate>Mon, 02 Mar 2026 00:00:00 -0500</pubDate>
    <arxiv:announce_type>%s</arxiv:announce_type><dc:creator>Ada One, Bob Two</dc:creator></item>
    """
        .formatted(id, id.replaceFirst("v[0-9]+$", ""), id, type, summary, id, type);
  }

  private static String rss(String built, String... items) {
    return """
    <?xml version='1.0' encoding='UTF-8'?>
    <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    version="2.0"><channel><title>cs.LG updates</title><lastBuildDate>%s</lastBuildDate>
    <pubDate>%s</pubDate><skipDays><day>Sunday</day><day>Saturday</day></skipDays>%s</channel></rss>
    """
        .formatted(built, built, String.join("", items));
  }

  private static String monday(String... items) {
    return rss("Mon, 02 Mar 2026 00:00:00 -0500", items);
  }

  private static String oai(String body) {
    return "<?xml version='1.0'?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
        + "<responseDate>2026-03-02T15:00:00Z</responseDate>"
        + body
        + "</OAI-PMH>";
  }

  private static String list(String token, String... records) {
    return oai(
        "<ListRecords>%s<resumptionToken cursor=\"0\">%s</resumptionToken></ListRecords>"
            .formatted(String.join("", records), token));
  }

  private static String record(
      String id, String stamp, String versions, String categories, String comment) {
    return """
    <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp>
    <setSpec>cs:cs:LG</setSpec></header><metadata><arXivRaw
    xmlns="http://arxiv.org/OAI/arXivRaw/"><id>%s</id><submitter>Ada</submitter>%s
    <title>On
      %s</title><authors>Ada One (1 and 2), Bob Two and C. Three ((1) Here, (2) There)</authors>
    <categories>%s</categories><comments>%s</comments><abstract>  We
    study.</abstract></arXivRaw></metadata></record>
    """
        .formatted(id, stamp, id, versions, id, categories, comment);
  }

  private static String version(int number, String date) {
    return "<version version=\"v%d\"><date>%s</date><size>1kb</size></version>"
        .formatted(number, date);
  }

  private static final String FEBRUARY = version(1, "Thu, 26 Feb 2026 19:18:42 GMT");

  // ------------------------------------------------------------------ asking

  private interface Answers {
    void answer(String path, OutputStream out) throws Exception;
  }

  private final List<LoopbackSite.Request> seen = new ArrayList<>();

  private FetchOutcome fetch(@Nullable Instant coveredTo, Answers answers) throws Exception {
    return fetch(coveredTo, true, answers);
  }

  private FetchOutcome fetch(@Nullable Instant coveredTo, boolean oai, Answers answers)
      throws Exception {
    try (LoopbackSite site =
            new LoopbackSite("127.1.0.8", (n, r, out, s) -> answers.answer(r.path(), out));
        Http http = HttpTest.http()) {
      Source source =
          new Source(
              "a",
              "arXiv",
              SourceKind.ARXIV,
              site.at("/api"),
              "papers",
              1.0,
              List.of("cs.LG", "quant-ph"),
              null,
              new SourceQuery("", 0, null, null, site.at("/rss"), oai ? site.at("/oai") : null));
      SourceState state = SourceState.NEW.toBuilder().validators(OLD).coveredTo(coveredTo).build();
      FetchOutcome outcome = new ArxivProtocol(http, 50).fetch(source, state, WEEK);
      seen.addAll(site.requests);
      return outcome;
    }
  }

  private static void ok(OutputStream out, String body) throws Exception {
    LoopbackSite.send(
        out,
        "200 OK",
        body,
        "ETag: \"new\"",
        "Cache-Control: max-age=3600",
        "Date: Mon, 02 Mar 2026 15:00:00 GMT");
  }

  private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return (FetchOutcome.Fetched) outcome;
  }

  private List<String> paths() {
    return seen.stream().map(request -> request.path().replaceFirst("[?].*", "")).toList();
  }

  // ------------------------------------------------------------------ the announcement feed

  @Test
  void one_announcement_since_the_watermark_is_read_from_the_feed_alone() throws Exception {
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                FRIDAY,
                (path, out) ->
                    ok(
                        out,
                        monday(
                            item("2602.00001v1", "new", "We study p &amp;lt; q."),
                            item("quant-ph/0201082v1", "cross", "Old."),
                            item("2412.00003v2", "replace", "Replaced."),
                            item("2412.00004v2", "replace-cross", "Replaced."),
                            item("2602.00001v1", "cross", "Again.")))));
    assertThat(got.feed().format()).isEqualTo("arxiv-announcements");
    assertThat(got.feed().entries())
        .extracting(FeedEntry::guid)
        .containsExactly("arxiv:2602.00001", "arxiv:quant-ph/0201082");
    FeedEntry first = got.feed().entries().getFirst();
    assertThat(first.published()).isEqualTo(MONDAY);
    assertThat(first.updated()).isNull();
    assertThat(first.authors()).containsExactly("Ada One", "Bob Two");
    assertThat(first.summary()).isEqualTo("We study p &lt; q.");
    assertThat(first.link()).isEqualTo("https://arxiv.org/abs/2602.00001");
    assertThat(got.covered()).isEqualTo(new Window(FRIDAY, MONDAY));
    assertThat(got.validators().entityTag()).isEqualTo("\"new\"");
    assertThat(got.freshFor()).isEqualTo(Duration.ofHours(1));
    assertThat(paths()).containsExactly("/rss/cs.LG+quant-ph");
    assertThat(seen.getFirst().header("If-None-Match")).isEqualTo("\"friday\"");
  }

  /** Title, abstract and comment are plain text with TeX, whichever door they come through. */
  @Test
  void all_three_doors_keep_every_less_than_sign() throws Exception {
    String title = "Rates when $a<b$ and $c>d$";
    String said = "If $i<j$ and $k>l$ we prove it for the <s> token with p < 0.05.";
    String announced =
        item("2602.00001v1", "new", xml(said).replace("p &lt;", "p &amp;lt;"))
            .replace("On 2602.00001v1", xml(title));
    String changed =
        record("2602.00002", "2026-02-27", FEBRUARY, "cs.LG", "")
            .replaceAll("(?s)<title>.*?</title>", "<title>" + dollars(xml(title)) + "</title>")
            .replaceAll(
                "(?s)<abstract>.*?</abstract>", "<abstract>" + dollars(xml(said)) + "</abstract>");
    String submitted =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><totalResults>1</totalResults><entry>"
            + "<id>http://arxiv.org/abs/2602.00003v1</id>"
            + "<published>2026-02-26T00:00:00Z</published><updated>2026-02-26T00:00:00Z</updated>"
            + ("<title>" + xml(title) + "</title><summary>" + xml(said) + "</summary>")
            + "<category term=\"cs.LG\"/></entry></feed>";
    Answers answers =
        (path, out) ->
            ok(
                out,
                path.startsWith("/rss")
                    ? monday(announced)
                    : path.startsWith("/oai") ? list("", changed) : submitted);
    List<FeedEntry> all = new ArrayList<>(fetched(fetch(null, answers)).feed().entries());
    all.addAll(fetched(fetch(null, false, answers)).feed().entries());
    assertThat(all)
        .extracting(FeedEntry::guid)
        .contains("arxiv:2602.00001", "arxiv:2602.00002", "arxiv:2602.00003");
    for (FeedEntry entry : all) {
      assertThat(entry.title()).as(entry.guid()).isEqualTo(title);
      assertThat(org.jsoup.Jsoup.parse(String.valueOf(entry.summary())).text())
          .as(entry.guid())
          .isEqualTo(said);
    }
  }

  private static String xml(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String dollars(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  @Test
  void a_category_that_lags_behind_holds_the_watermark_back() throws Exception {
    String stale =
        item("2602.00001v1", "new", "Old.")
            .replace("cs.LG", "quant-ph")
            .replace("Mon, 02 Mar 2026", "Fri, 27 Feb 2026");
    String both =
        item("2602.00003v1", "cross", "Both.")
            .replace("</category>", "</category><category>quant-ph</category>");
    Instant thursday = Instant.parse("2026-02-26T05:00:00Z");
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                thursday,
                (path, out) -> ok(out, monday(item("2602.00002v1", "new", "New."), both, stale))));
    assertThat(got.feed().entries()).hasSize(3);
    assertThat(got.covered()).isEqualTo(new Window(thursday, FRIDAY));
  }

  @Test
  void an_empty_weekend_is_a_success_and_moves_the_watermark() throws Exception {
    FetchOutcome.Fetched got =
        fetched(fetch(FRIDAY, (path, out) -> ok(out, rss("Sun, 01 Mar 2026 00:00:00 -0500"))));
    assertThat(got.word()).isEqualTo("fetched");
    assertThat(got.feed().entries()).isEmpty();
    assertThat(got.covered()).isEqualTo(new Window(FRIDAY, MONDAY.minus(Duration.ofDays(1))));
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_304_says_that_nothing_is_new() throws Exception {
    FetchOutcome got =
        fetch(
            MONDAY,
            (path, out) ->
                LoopbackSite.send(
                    out, "304 Not Modified", "", "Date: Mon, 02 Mar 2026 15:00:00 GMT"));
    assertThat(got).isInstanceOf(FetchOutcome.NotModified.class);
    assertThat(((FetchOutcome.NotModified) got).validators()).isEqualTo(OLD);
  }

  @Test
  void a_304_where_an_announcement_was_due_moves_nothing() throws Exception {
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                MONDAY,
                (path, out) ->
                    LoopbackSite.send(
                        out, "304 Not Modified", "", "Date: Tue, 03 Mar 2026 05:01:00 GMT")));
    assertThat(got.feed().entries()).isEmpty();
    assertThat(got.validators()).isEqualTo(OLD);
    assertThat(got.covered()).isEqualTo(new Window(MONDAY, MONDAY));
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_304_after_a_missed_week_is_not_believed() throws Exception {
    Instant lastWeek = FRIDAY.minus(Duration.ofDays(7));
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                lastWeek,
                (path, out) -> {
                  if (path.startsWith("/rss")) {
                    String date = "Date: Mon, 02 Mar 2026 15:00:00 GMT";
                    LoopbackSite.send(out, "304 Not Modified", "", date);
                  } else {
                    ok(out, list("", record("2602.00009", "2026-03-02", FEBRUARY, "cs.LG", "")));
                  }
                }));
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.covered()).isEqualTo(new Window(lastWeek, MONDAY));
  }

  @Test
  void a_replacement_that_withdraws_is_found_by_its_comment() throws Exception {
    String withdrawn =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
        <entry><id>http://arxiv.org/abs/2602.00003v2</id><title>On it</title>
        <published>2026-02-20T00:00:00Z</published><summary>We study.</summary>
        <arxiv:comment>This paper has been withdrawn by the author</arxiv:comment></entry>
        <entry><id>http://arxiv.org/abs/2602.00004v2</id><title>Other</title>
        <published>2026-02-20T00:00:00Z</published><summary>We study.</summary></entry></feed>
        """;
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                FRIDAY,
                (path, out) ->
                    ok(
                        out,
                        path.startsWith("/api")
                            ? withdrawn
                            : monday(
                                item("2602.00003v2", "replace", "We study."),
                                item("2602.00004v2", "replace", "We study."),
                                item("1706.00005v9", "replace", "Long ago.")))));
    assertThat(seen.getLast().path()).contains("id_list=2602.00003,2602.00004&");
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.feed().entries().getFirst().guid()).isEqualTo("arxiv:2602.00003");
    assertThat(got.feed().entries().getFirst().signals().withdrawn()).isTrue();
  }

  // ------------------------------------------------------------------ OAI-PMH

  @Test
  void missed_announcements_are_caught_up_by_oai_page_by_page() throws Exception {
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                Instant.parse("2026-02-25T05:00:00Z"),
                (path, out) -> {
                  if (path.startsWith("/rss")) {
                    ok(out, monday(item("2602.00001v1", "new", "Now.")));
                  } else if (path.contains("set=physics%3Aquant-ph")) {
                    ok(out, list("", record("2602.00009", "2026-03-02", FEBRUARY, "hep-th", "")));
                  } else if (path.contains("resumptionToken=a%7C1")) {
                    ok(out, list("", record("2602.00002", "2026-03-02", FEBRUARY, "cs.LG", "")));
                  } else {
                    ok(
                        out,
                        list(
                            "a|1",
                            record(
                                "2401.00003",
                                "2026-02-26",
                                version(1, "Mon, 1 Jan 2024 00:00:00 GMT")
                                    + version(2, "Wed, 25 Feb 2026 00:00:00 GMT"),
                                "cs.LG stat.ML",
                                ""),
                            record(
                                "2401.00004",
                                "2026-02-26",
                                version(1, "Mon, 1 Jan 2024 00:00:00 GMT")
                                    + version(2, "Wed, 25 Feb 2026 00:00:00 GMT"),
                                "math.OC cs.LG",
                                ""),
                            record("2602.00005", "2026-02-26", FEBRUARY, "cs.CV", ""),
                            record("2602.00001", "2026-02-26", FEBRUARY, "cs.LG", "")));
                  }
                }));
    assertThat(seen.get(1).path())
        .isEqualTo("/oai?verb=ListRecords&metadataPrefix=arXivRaw&set=cs&from=2026-02-23");
    assertThat(seen.get(2).path()).isEqualTo("/oai?verb=ListRecords&resumptionToken=a%7C1");
    assertThat(got.feed().entries())
        .extracting(FeedEntry::guid)
        .containsExactly("arxiv:2602.00001", "arxiv:2401.00004", "arxiv:2602.00002");
    assertThat(got.feed().entries().getFirst().published()).isEqualTo(MONDAY);
    FeedEntry second = got.feed().entries().getLast();
    assertThat(second.published()).isEqualTo(Instant.parse("2026-02-26T19:18:42Z"));
    assertThat(second.title()).isEqualTo("On 2602.00002");
    assertThat(second.summary()).isEqualTo("We study.");
    assertThat(second.authors()).containsExactly("Ada One", "Bob Two", "C. Three");
    assertThat(got.feed().complete()).isTrue();
    assertThat(got.covered()).isEqualTo(new Window(Instant.parse("2026-02-25T05:00:00Z"), MONDAY));
  }

  @Test
  void a_deleted_record_and_a_withdrawal_are_marked() throws Exception {
    String deleted =
        "<record><header status=\"deleted\"><identifier>oai:arXiv.org:2602.00007</identifier>"
            + "<datestamp>2026-03-02</datestamp><setSpec>cs:cs:LG</setSpec></header></record>";
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                null,
                (path, out) ->
                    ok(
                        out,
                        path.startsWith("/rss")
                            ? monday()
                            : list(
                                "",
                                deleted,
                                record(
                                    "2602.00008",
                                    "2026-03-02",
                                    FEBRUARY,
                                    "cs.LG",
                                    "Withdrawn by arXiv admin")))));
    assertThat(got.feed().entries()).hasSize(2).allMatch(entry -> entry.signals().withdrawn());
    assertThat(seen.getFirst().header("If-None-Match")).isEmpty(); // no watermark yet
  }

  @Test
  void the_watermark_waits_where_oai_is_behind() throws Exception {
    Instant before = Instant.parse("2026-02-24T05:00:00Z");
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                before,
                (path, out) ->
                    ok(
                        out,
                        path.startsWith("/rss")
                            ? monday()
                            : list(
                                "", record("2602.00002", "2026-02-25", FEBRUARY, "cs.LG", "")))));
    assertThat(got.word()).isEqualTo("partial");
    assertThat(got.validators()).isEqualTo(Validators.NONE);
    assertThat(got.freshFor()).isZero();
    assertThat(got.covered()).isEqualTo(new Window(before, before.plus(Duration.ofDays(1))));
  }

  private FetchOutcome.Fetched lists(String first, String later) throws Exception {
    return fetched(
        fetch(
            Instant.parse("2026-02-24T05:00:00Z"),
            (path, out) -> {
              if (path.startsWith("/oai")) {
                ok(out, path.contains("set=cs") ? first : later);
              } else {
                ok(out, path.startsWith("/rss") ? monday() : EMPTY_API);
              }
            }));
  }

  @Test
  void the_archive_that_is_furthest_behind_tells_how_far_the_changes_reach() throws Exception {
    String monday = list("", record("2602.00002", "2026-03-02", FEBRUARY, "cs.LG", ""));
    String wednesday = list("", record("2602.00003", "2026-02-25", FEBRUARY, "quant-ph", ""));
    Instant base = Instant.parse("2026-02-24T05:00:00Z");
    Window toWednesday = new Window(base, base.plus(Duration.ofDays(1)));
    assertThat(lists(monday, wednesday).covered()).isEqualTo(toWednesday);
    assertThat(lists(wednesday, monday).covered()).isEqualTo(toWednesday);
    assertThat(lists(monday, NOTHING).covered()).isEqualTo(new Window(base, base));
    assertThat(lists(monday, monday).covered()).isEqualTo(new Window(base, MONDAY));
  }

  @Test
  void a_list_that_cannot_be_read_on_or_goes_in_circles_proves_nothing() throws Exception {
    Instant base = Instant.parse("2026-02-24T05:00:00Z");
    for (String token : List.of("t".repeat(3_000), "again")) {
      String page = list(token, record("2602.00002", "2026-03-02", FEBRUARY, "cs.LG", ""));
      seen.clear();
      FetchOutcome.Fetched got = lists(page, page);
      assertThat(got.covered()).isEqualTo(new Window(base, base));
      assertThat(got.word()).isEqualTo("partial");
      assertThat(got.detail()).contains("token");
      assertThat(seen).hasSizeLessThan(8);
    }
  }

  // ------------------------------------------------------------------ falling back

  @Test
  void a_429_on_the_feed_falls_back_to_oai() throws Exception {
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                FRIDAY,
                (path, out) -> {
                  if (path.startsWith("/rss")) {
                    LoopbackSite.send(out, "429 Slow down", "", "Retry-After: 600");
                  } else {
                    ok(out, list("", record("2602.00002", "2026-03-02", FEBRUARY, "cs.LG", "")));
                  }
                }));
    assertThat(got.word()).isEqualTo("fetched");
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.feed().warnings()).hasSize(1);
    assertThat(got.detail()).contains("announcement feed could not be read").contains("429");
    assertThat(got.validators()).isEqualTo(OLD);
    assertThat(got.covered()).isEqualTo(new Window(FRIDAY, MONDAY));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void without_oai_the_api_stands_in_and_proves_nothing(boolean configured) throws Exception {
    Instant before = Instant.parse("2026-02-24T05:00:00Z");
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                before,
                configured,
                (path, out) -> {
                  if (path.startsWith("/oai")) {
                    ok(out, oai("<error code=\"badArgument\">no such set</error>"));
                  } else {
                    ok(
                        out,
                        path.startsWith("/rss")
                            ? monday(item("2602.00001v1", "new", "Now."))
                            : EMPTY_API);
                  }
                }));
    assertThat(got.word()).isEqualTo("partial");
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.feed().warnings()).anyMatch(w -> w.contains("cross-listed late may be missing"));
    assertThat(got.feed().warnings().stream().anyMatch(w -> w.contains("no such set")))
        .isEqualTo(configured);
    assertThat(got.covered()).isEqualTo(new Window(before, before));
    assertThat(got.validators()).isEqualTo(Validators.NONE);
    assertThat(seen.stream().filter(r -> r.path().startsWith("/api")).map(r -> r.path()))
        .hasSize(2)
        .anyMatch(path -> path.contains("sortBy=submittedDate"))
        .anyMatch(path -> path.contains("sortBy=lastUpdatedDate"));
  }

  @Test
  void where_nothing_answers_the_first_trouble_is_told() throws Exception {
    FetchOutcome got =
        fetch(
            FRIDAY, (path, out) -> LoopbackSite.send(out, "429 Slow down", "", "Retry-After: 600"));
    assertThat(got).isInstanceOf(FetchOutcome.RateLimited.class);
    assertThat(paths()).containsExactly("/rss/cs.LG+quant-ph", "/oai", "/api");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a \"b\">]><OAI-PMH>&a;</OAI-PMH>",
        "<html><body>busy</body></html>",
        "<OAI-PMH><ListRecords><record><header>",
        "",
        "no XML"
      })
  void a_broken_list_of_changes_proves_nothing(String body) throws Exception {
    FetchOutcome.Fetched got =
        fetched(
            fetch(
                null,
                (path, out) -> {
                  if (path.startsWith("/oai")) {
                    ok(out, body);
                  } else {
                    ok(
                        out,
                        path.startsWith("/rss")
                            ? monday(item("2602.00001v1", "new", "Now."))
                            : EMPTY_API);
                  }
                }));
    assertThat(got.feed().complete()).isFalse();
    assertThat(got.covered()).isEqualTo(new Window(WEEK.from(), WEEK.from()));
  }

  // ------------------------------------------------------------------ words and days

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This paper has been withdrawn by the authors due to a mistake | true",
        "12 pages. arXiv admin note: submission has been withdrawn by arXiv administrators | true",
        "Withdrawn | true",
        "Withdrawn from ICLR 2026 | false",
        "This paper was withdrawn from ICLR 2026 | false",
        "12 pages; data on withdrawn drugs | false",
      })
  void a_comment_says_whether_a_paper_was_withdrawn(String comment, boolean withdrawn) {
    assertThat(ArxivWithdrawal.said(comment, null)).isEqualTo(withdrawn);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This paper has been withdrawn by the author due to an error in Lemma 2. | true",
        "The submission has now been withdrawn. | true",
        "Withdrawn. | true",
        "We show that the drug has been withdrawn from the market. | false",
        "Many articles are retracted. This paper has been withdrawn by its readers' vote. | false",
        "Withdrawn patients are rarely studied. | false",
        "This paper has been withdrawnish. | false",
      })
  void an_abstract_says_so_at_its_start(String summary, boolean withdrawn) {
    assertThat(ArxivWithdrawal.said(null, summary)).isEqualTo(withdrawn);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-27T05:00:00Z, 2026-02-28T05:00:00Z, false", // Friday, Saturday
    "2026-02-27T05:00:00Z, 2026-03-02T05:00:00Z, false", // Friday, Monday
    "2026-02-27T05:00:00Z, 2026-03-03T05:00:00Z, true", // Friday, Tuesday: Sunday's is missed
    "2026-03-06T05:00:00Z, 2026-03-09T04:00:00Z, false", // over the change to summer time
    "2026-03-06T05:00:00Z, 2026-03-10T04:00:00Z, true",
    "2026-03-02T05:00:00Z, 2026-03-02T05:00:00Z, false",
    "2026-03-03T02:00:00Z, 2026-03-03T05:00:00Z, false", // Monday night, Tuesday
    "2026-03-03T02:00:00Z, 2026-03-04T05:00:00Z, true", // Monday's was not in Monday's feed
    "2026-03-02T05:00:00Z, 2026-02-27T05:00:00Z, false",
    "1970-01-01T00:00:00Z, 2026-03-02T05:00:00Z, true",
  })
  void announcements_are_missed_only_on_their_evenings(
      Instant covered, Instant day, boolean missed) {
    assertThat(ArxivCalendar.missed(covered, day)).isEqualTo(missed);
  }

  @Test
  void the_day_changes_at_midnight_in_the_east_of_america() {
    assertThat(ArxivCalendar.day(Instant.parse("2026-03-08T04:59:59Z")))
        .isEqualTo(Instant.parse("2026-03-07T05:00:00Z"));
    assertThat(ArxivCalendar.day(Instant.parse("2026-03-09T04:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
  }
}
