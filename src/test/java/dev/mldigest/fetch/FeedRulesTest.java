package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FeedPace;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.fetch.document.DocumentBounds;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How odd but sensible feeds are read, one rule a test. */
class FeedRulesTest {
  private static Feed feed(String text) {
    FeedReading reading =
        new FeedParser()
            .parse(
                text.getBytes(StandardCharsets.UTF_8),
                null,
                URI.create("http://site.example/feed"));
    return switch (reading) {
      case FeedReading.Read(Feed feed) -> feed.completed();
      case FeedReading.Unreadable(_, String error) -> throw new AssertionError(error);
    };
  }

  private static Feed channel(String inside) {
    return feed("<rss version=\"2.0\"><channel>" + inside + "</channel></rss>");
  }

  private static FeedEntry item(String inside) {
    return channel("<item>" + inside + "</item>").entries().getFirst();
  }

  private static FeedEntry atom(String inside) {
    return feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + inside + "</entry></feed>")
        .entries()
        .getFirst();
  }

  private static FeedEntry atom03(String inside) {
    return feed("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry>"
            + inside
            + "</entry></feed>")
        .entries()
        .getFirst();
  }

  // ------------------------------------------------------------------ links

  @Test
  void a_guid_is_a_link_unless_it_says_otherwise_or_names_no_host() {
    assertThat(item("<guid isPermaLink=\"perhaps\">http://s.example/1</guid>").link())
        .isEqualTo("http://s.example/1");
    assertThat(item("<guid isPermaLink=\" False \">http://s.example/1</guid>").link()).isNull();
    assertThat(item("<guid>http://s.ex[ample/1</guid>").link()).isNull();
    assertThat(item("<guid>javascript:alert(1)</guid>").link()).isNull();
  }

  @Test
  void an_entry_without_another_link_is_found_at_its_html_self() {
    String self = "<link rel=\"self\" type=\"text/html\" href=\"/1\"/>";
    assertThat(atom(self).link()).isEqualTo("http://site.example/1");
    assertThat(atom(self + "<link href=\"/2\"/>").link()).isEqualTo("http://site.example/2");
    assertThat(atom("<link rel=\"self\" href=\"/1.atom\"/>").link()).isNull();
  }

  @Test
  void an_entry_without_a_link_stands_at_its_content_or_at_an_id_that_is_an_address() {
    String text = "<content type=\"html\">x</content>";
    assertThat(atom("<id>https://s.example/1</id>" + text).link()).isEqualTo("https://s.example/1");
    assertThat(atom("<id>https://s.example/1</id><summary>x</summary>").link())
        .isEqualTo("https://s.example/1");
    assertThat(atom("<id>tag:s.example,2026:1</id>" + text).link()).isNull();
    assertThat(atom("<id>t:1</id><content type=\"text/html\" src=\"/r.html\"/>").link())
        .isEqualTo("http://site.example/r.html");
    assertThat(atom("<id>t:1</id><content type=\"application/pdf\" src=\"/r.pdf\"/>").link())
        .isEqualTo("http://site.example/r.pdf");
    String audio = "<content type=\"audio/mpeg\" src=\"/r.mp3\"/>";
    assertThat(atom("<id>https://s.example/1</id>" + audio).link())
        .isEqualTo("https://s.example/1");
    assertThat(atom("<id>https://s.example/1</id>" + text + "<link href=\"/2\"/>").link())
        .isEqualTo("http://site.example/2");
    assertThat(atom("<id>http://</id><content src=\"javascript:x\"/>").link()).isNull();
  }

  @Test
  void only_web_addresses_become_links() {
    assertThat(item("<link>ftp://s.example/1</link>").link()).isNull();
    assertThat(atom("<link type='text/html' rel='self' href='data:text/html,x'/>").link()).isNull();
  }

  // ------------------------------------------------------------------ dates

  @Test
  void dates_of_modules_count_where_the_formats_own_are_missing() {
    Instant day = Instant.parse("2026-03-02T00:00:00Z");
    for (String name : new String[] {"dcterms:issued", "dcterms:created", "dc:date"}) {
      assertThat(item("<" + name + ">2026-03-02</" + name + ">").published()).isEqualTo(day);
    }
    assertThat(item("<dcterms:modified>2026-03-02</dcterms:modified>").published()).isEqualTo(day);
    assertThat(item("<atom:published>2026-03-02</atom:published>").published()).isEqualTo(day);
    assertThat(atom03("<created>2026-03-02</created>").published()).isEqualTo(day);
  }

  // ------------------------------------------------------------------ texts

  @Test
  void base64_is_undone_where_the_format_has_it_and_the_text_is_some() {
    assertThat(atom03("<title mode=\"base64\">QSAmYW1wOyA8Yj5CPC9iPg==</title>").title())
        .isEqualTo("A & B");
    assertThat(atom03("<title mode=\"base64\">no base64</title>").title()).isEqualTo("no base64");
    assertThat(atom("<title type=\"application/x\">QWJj</title>").title()).isEqualTo("QWJj");
    assertThat(atom("<content type=\"application/x\">PGI+QmlnPC9iPg==</content>").content())
        .isEqualTo("<b>Big</b>");
    assertThat(atom("<content type=\"image/png\">iVBORw0KGgo=</content>").content()).isNull();
    assertThat(atom("<content type=\"text/plain\">QWJj</content>").content()).isEqualTo("QWJj");
  }

  @Test
  void a_media_description_is_the_summary_where_there_is_no_other() {
    String media =
        "<media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:description>What is"
            + " seen</media:description></media:group>";
    assertThat(atom(media).summary()).isEqualTo("What is seen");
    assertThat(atom(media + "<summary>Own</summary>").summary()).isEqualTo("Own");
  }

  @Test
  void curly_quotation_marks_around_attributes_are_straightened() {
    Feed feed =
        feed(
            "<feed xmlns=“http://www.w3.org/2005/Atom”><entry><title>She said “yes”</title>"
                + "<link href=“http://s.example/1”/></entry></feed>");
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.entries().getFirst().title()).isEqualTo("She said “yes”");
    assertThat(feed.entries().getFirst().link()).isEqualTo("http://s.example/1");
  }

  @ParameterizedTest
  @CsvSource({
    "EUC-JP, 'これは新しい記事の題名です'",
    "windows-31j, 'これは新しい記事の題名です'",
    "EUC-KR, '새로운 기사의 제목입니다'",
    "KOI8-R, 'Новая статья о машинном обучении'",
    "windows-1251, 'Новая статья о машинном обучении'",
    "windows-1252, 'Où êtes-vous ? Là-bas, près du château où naît l’été'",
    "windows-1252, 'ÜBER GRÖSSE UND MÜHE: schöne Grüße für Käufer'"
  })
  void bytes_that_lie_about_their_encoding_are_recognised(String charset, String title) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>"
            + title
            + "</title></item></channel></rss>";
    Feed feed =
        switch (new FeedParser().parse(xml.getBytes(Charset.forName(charset)), null, null)) {
          case FeedReading.Read(Feed read) -> read;
          case FeedReading.Unreadable(_, String error) -> throw new AssertionError(error);
        };
    assertThat(feed.entries().getFirst().title()).isEqualTo(title);
    assertThat(feed.warnings()).anyMatch(w -> w.contains("not the encoding they claim"));
  }

  @Test
  void a_document_beyond_the_bound_is_refused_in_words() {
    byte[] large = new byte[DocumentBounds.MOST_BYTES + 1];
    assertThat(new FeedParser().parse(large, null, null))
        .isEqualTo(
            new FeedReading.Unreadable(
                FetchFailure.MALFORMED, "The document is larger than a feed may be: 16 MB."));
  }

  @Test
  void a_json_document_of_endless_values_is_refused() {
    String json = "{\"items\":[" + "{},".repeat(1_000_000) + "{}]}";
    assertThat(new FeedParser().parse(json.getBytes(StandardCharsets.UTF_8), null, null))
        .isInstanceOfSatisfying(
            FeedReading.Unreadable.class, u -> assertThat(u.error()).contains("refused"));
  }

  @Test
  void elements_without_end_are_cut_or_refused() {
    String many = "<a/>".repeat(DocumentBounds.ELEMENTS);
    Feed cut = channel("<item><title>One</title></item>" + many);
    assertThat(cut.entries()).hasSize(1);
    assertThat(cut.complete()).isFalse();
    String broken = "<rss><channel><item><title>One</b></title>" + many.repeat(3);
    assertThat(new FeedParser().parse(broken.getBytes(StandardCharsets.UTF_8), null, null))
        .isInstanceOfSatisfying(
            FeedReading.Unreadable.class, u -> assertThat(u.error()).contains("more tags"));
  }

  // ------------------------------------------------------------------ formats

  @Test
  void a_cdf_channel_is_read() {
    Feed feed =
        feed(
            "<CHANNEL HREF=\"http://s.example/\"><TITLE>Old news</TITLE><ITEM HREF=\"/1\""
                + " LASTMOD=\"1998-04-06T23:05-05:00\"><TITLE>One</TITLE>"
                + "<ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>");
    assertThat(feed.format()).isEqualTo("cdf-1.0");
    assertThat(feed.title()).isEqualTo("Old news");
    assertThat(feed.link()).isEqualTo("http://s.example/");
    assertThat(feed.warnings()).isEmpty();
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.title()).isEqualTo("One");
    assertThat(entry.link()).isEqualTo("http://site.example/1");
    assertThat(entry.summary()).isEqualTo("Short");
    assertThat(entry.updated()).isEqualTo(Instant.parse("1998-04-07T04:05:00Z"));
  }

  // ------------------------------------------------------------------ bad values

  @Test
  void a_bad_value_costs_itself_and_nothing_beside_it() {
    Feed feed =
        channel(
            "<ttl>soon</ttl><cloud domain=\"x\" port=\"many\"/><skipHours><hour>noon</hour>"
                + "<hour>25</hour><hour>3</hour></skipHours><skipDays><day>fantabuday</day>"
                + "<day>Sunday</day></skipDays><image><width>wide</width></image>"
                + "<item><title>One</title><link>/1</link><pubDate>soon</pubDate>"
                + "<slash:hit_parade>a,b</slash:hit_parade><slash:comments>few</slash:comments>"
                + "<enclosure url=\"/1.mp3\" length=\"long\" type=\"audio/mpeg\"/>"
                + "<itunes:duration>forever</itunes:duration></item>"
                + "<item><title>Two</title><pubDate>2 Mar 2026</pubDate></item>");
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One", "Two");
    FeedEntry one = feed.entries().getFirst();
    assertThat(one.published()).isNull();
    assertThat(one.signals().comments()).isZero();
    assertThat(one.enclosures())
        .containsExactly(new Enclosure("http://site.example/1.mp3", "audio/mpeg", null));
    assertThat(feed.entries().getLast().published()).isNotNull();
    assertThat(feed.pace())
        .isEqualTo(new FeedPace(Duration.ZERO, Set.of(3), Set.of(DayOfWeek.SUNDAY)));
  }

  // ------------------------------------------------------------------ pace

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ttl>90</ttl> | PT1H30M",
        "<ttl> 0 </ttl> | PT0S",
        "<ttl>-5</ttl> | PT0S",
        "<ttl>99999999</ttl> | PT168H",
        "<ttl>99999999999999999999</ttl> | PT0S",
        "<sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
            + " | PT6H",
        "<sy:updatePeriod>hourly</sy:updatePeriod> | PT1H",
        "<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>"
            + " | PT168H",
        "<sy:updatePeriod>yearly</sy:updatePeriod> | PT168H",
        "<sy:updatePeriod>often</sy:updatePeriod> | PT0S",
        "<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod> | PT1H"
      })
  void a_feed_says_how_often_it_may_be_asked(String said, Duration every) {
    assertThat(channel(said).pace()).isEqualTo(new FeedPace(every, Set.of(), Set.of()));
  }

  @Test
  void hours_and_days_that_a_feed_asks_to_skip_are_kept() {
    FeedPace pace =
        channel(
                "<skipHours><hour>0</hour><hour>24</hour><hour>23</hour></skipHours>"
                    + "<skipDays><day>Saturday</day><day>sunday</day></skipDays>")
            .pace();
    assertThat(pace.skipHours()).containsExactlyInAnyOrder(0, 23);
    assertThat(pace.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    StringBuilder all = new StringBuilder("<skipHours>");
    for (int hour = 0; hour < 24; hour++) {
      all.append("<hour>").append(hour).append("</hour>");
    }
    assertThat(channel(all + "</skipHours>").pace()).isEqualTo(FeedPace.UNSAID);
  }

  // ------------------------------------------------------------------ what comes with an item

  @Test
  void transcripts_are_kept_in_whatever_namespace_they_stand() {
    String two =
        "<podcast:transcript url=\"/1.vtt\" type=\"text/vtt\"/>"
            + "<podcast:transcript url=\"/1.srt\" type=\"application/srt\"/>"
            + "<podcast:transcript url=\"javascript:x\"/>";
    for (FeedEntry entry :
        new FeedEntry[] {
          item(two),
          atom(two.replace("transcript ", "transcript xmlns:podcast='http://x.example/' "))
        }) {
      assertThat(entry.transcripts())
          .containsExactly(
              new Enclosure("http://site.example/1.vtt", "text/vtt", null),
              new Enclosure("http://site.example/1.srt", "application/srt", null));
    }
  }

  @Test
  void comments_are_counted_only_where_a_number_is_said() {
    assertThat(item("<slash:comments>12</slash:comments>").signals().comments()).isEqualTo(12);
    assertThat(atom("<thr:total>3</thr:total>").signals().comments()).isEqualTo(3);
    assertThat(item("<comments>http://s.example/1#comments</comments>").signals().comments())
        .isZero();
  }

  @Test
  void what_an_item_states_itself_is_told_from_what_is_found_elsewhere() {
    String item =
        "<rss version=\"2.0\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
            + " xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item>"
            + "<guid>http://site.example/1</guid><media:title>Talk</media:title>"
            + "<dcterms:issued>2026-03-02</dcterms:issued></item></channel></rss>";
    FeedEntry stated =
        switch (new FeedParser().parse(item.getBytes(StandardCharsets.UTF_8), null, null)) {
          case FeedReading.Read(Feed feed) -> feed.entries().getFirst();
          case FeedReading.Unreadable(_, String error) -> throw new AssertionError(error);
        };
    assertThat(stated.title()).isEmpty();
    assertThat(stated.link()).isNull();
    assertThat(stated.published()).isNull();
    assertThat(stated.completed().title()).isEqualTo("Talk");
    assertThat(stated.completed().link()).isEqualTo("http://site.example/1");
    assertThat(stated.completed().published()).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(stated.completed().completed()).isEqualTo(stated.completed());
  }
}
