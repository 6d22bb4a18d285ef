package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.DocumentBounds;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents within the size of a feed that would take a parser for long. */
@Timeout(60)
class DearDocumentsTest {
  private static final URI BASE = URI.create("http://site.example/feed.xml");
  private static final String ITEM =
      "<item><title>One</title><link>http://site.example/1</link></item>";

  private static Feed feed(String document) {
    return ((FeedReading.Read) new FeedParser().parse(Lab.utf8(document), null, BASE)).feed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&", "&amp;", "&lt;p&gt;", "&#38;", "&#x26;", "&unknown;", "&eacute;", "& "})
  void of_too_many_ampersands_the_items_before_are_read_and_the_cut_is_named(String reference) {
    int ampersands = (int) reference.chars().filter(c -> c == '&').count();
    String many = reference.repeat(DocumentBounds.REFERENCES / ampersands + 1);
    Feed feed = feed(Lab.rss(ITEM + "<item><title>Two</title><description>" + many));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.complete()).isFalse();
    assertThat(feed.warnings().getFirst())
        .isEqualTo("Only what stands before the 1000000th '&' was read.");
  }

  @Test
  void they_are_counted_wherever_they_stand() {
    String many = "&".repeat(DocumentBounds.REFERENCES / 2);
    Feed feed =
        feed(Lab.rss(ITEM + "<a b='" + many + "'/><item><title>" + many + "&</title></item>"));
    assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("One");
    assertThat(feed.complete()).isFalse();
  }

  @Test
  void an_ordinary_feed_of_escaped_markup_is_not_a_broken_one() {
    String text = "&lt;p&gt;Words, &amp;amp; more of them.&lt;/p&gt;".repeat(400);
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      items.append("<item><title>T").append(i).append("</title><description>").append(text);
      items.append("</description></item>");
    }
    Feed feed = feed(Lab.rss(items.toString()));
    assertThat(feed.entries()).hasSize(100);
    assertThat(feed.warnings()).isEmpty();
  }

  @Test
  void what_prefixes_stand_for_costs_no_more_than_its_declaration() {
    StringBuilder nested = new StringBuilder();
    for (int depth = 0; depth < 90; depth++) {
      nested.append("<d");
      for (int i = 0; i < 190; i++) {
        nested.append(" xmlns:p").append(depth).append('x').append(i).append("=\"u\"");
      }
      nested.append('>');
    }
    Feed feed =
        feed(Lab.rss(ITEM + nested + "<e xmlns:q=\"x\"/>".repeat(150_000) + "</d>".repeat(90)));
    assertThat(feed.entries()).hasSize(1);
  }

  @Test
  void a_prefix_means_what_the_nearest_declaration_says_and_after_it_what_it_meant_before() {
    String itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    Feed feed =
        feed(
            "<rss version='2.0' xmlns:a='"
                + itunes
                + "'><channel><title>t</title><item xmlns:a='urn:other'><title>One</title>"
                + "<a:summary>not this</a:summary></item><item><title>Two</title>"
                + "<a:summary>this</a:summary></item></channel></rss>");
    assertThat(feed.entries().getLast().summary()).isEqualTo("this");
    assertThat(feed.entries().getFirst().summary()).isNull();
  }

  @Test
  void of_too_many_attributes_the_items_before_are_read() {
    StringBuilder attributes = new StringBuilder();
    IntStream.range(0, 100).forEach(i -> attributes.append(" a").append(i).append("='1'"));
    String many = ("<e" + attributes + "/>").repeat(DocumentBounds.ALL_ATTRIBUTES / 100 + 1);
    Feed feed = feed(Lab.rss(ITEM + many + ITEM));
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.complete()).isFalse();
  }
}
