package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.testkit.Corpora;
import dev.mldigest.testkit.Mutations;
import dev.mldigest.testkit.Mutator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No damage to a feed makes the parser throw or hang, on the corpus where there is one. */
class FeedMutationTest {
  private static final URI BASE = URI.create("http://site.example/blog/feed.xml");

  private static final List<String> TAGS =
      List.of("item", "entry", "rss", "channel", "link", "title", "x:y", "pubDate", "content", "a");
  private static final List<String> SNIPPETS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?xml version='1.0' encoding='utf-16'?>",
          "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
          "&a;&b;&#0;&#x110000;&#99999999999;&nbsp;",
          " xmlns=\"\" xmlns:x=\"urn:x\" xml:base=\"../..\" ",
          "<skipDays><day>fantabuday</day></skipDays><ttl>-1e9</ttl>",
          "<pubDate>99999-99-99T99:99:99+99:99</pubDate>",
          "<link href=\"javascript:x\" rel=\"\"/><link>//</link><link>http://</link><link>?</link>",
          "<enclosure url=\"http://[\" length=\"-1\"/><guid>http://</guid>",
          "<content mode=\"base64\" type=\"image/x\">=</content>",
          "=\u201c\u201d",
          "\u00c3\u00a9\u00e2\u20ac",
          "{\"items\":[",
          "\ufeff",
          "\u0000");

  private final Mutations mutations =
      new Mutations(3_000, body -> new FeedParser().parse(body, null, BASE));

  @Test
  void no_damage_to_a_document_makes_the_parser_throw() throws Exception {
    gather();
    assertThat(mutations.run(new Mutator.Words(TAGS, SNIPPETS))).isEmpty();
  }

  private void gather() throws IOException {
    mutations.add("rss", Seeds.RSS.getBytes(StandardCharsets.UTF_8));
    mutations.add(
        "rss in utf-16", Seeds.RSS.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
    mutations.add("atom", Seeds.ATOM.getBytes(StandardCharsets.UTF_8));
    mutations.add("rdf", Seeds.RDF.getBytes(StandardCharsets.UTF_8));
    mutations.add("cdf", Seeds.CDF.getBytes(StandardCharsets.UTF_8));
    mutations.add("json", Seeds.JSON.getBytes(StandardCharsets.UTF_8));
    Path corpus = Corpora.folder().map(folder -> folder.resolve("feeds/files")).orElse(null);
    if (corpus == null || !Files.isDirectory(corpus)) {
      return; // the seeds of our own are enough
    }
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) < 200_000) {
          mutations.add(corpus.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  private static final class Seeds {
    static final String RSS =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News &amp; é</title>
          <link>http://s.example/</link><ttl>60</ttl><skipDays><day>Sunday</day></skipDays>
          <cloud domain="s.example" port="80" path="/" protocol="soap"/>
          <item><title>One &lt;b&gt;</title><link>/1</link><guid isPermaLink="false">1</guid>
            <pubDate>Mon, 02 Mar 2026 06:00:00 +0100</pubDate><dc:creator>Ada</dc:creator>
            <description><![CDATA[<p>Long &nbsp; text</p>]]></description><category>ml</category>
            <enclosure url="/1.mp3" type="audio/mpeg" length="123"/>
            <media:group><media:content url="/1.png" fileSize="1"/></media:group></item>
          <item><title>Two</title><link>http://s.example/2</link></item>
        </channel></rss>
        """;
    static final String ATOM =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://s.example/a/"><title>A</title>
          <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x<br/></div></title>
            <id>urn:1</id><link href="1"/><link rel="self" href="1.atom"/>
            <updated>2026-03-02T06:00:00.5Z</updated><author><name>Ada</name></author>
            <content type="image/png">iVBORw0KGgo=</content></entry></feed>
        """;
    static final String RDF =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://s.example/">
          <title>R</title><items><rdf:Seq><rdf:li rdf:resource="http://s.example/1"/></rdf:Seq></items>
          </channel><item rdf:about="http://s.example/1"><title>One</title></item></rdf:RDF>
        """;
    static final String CDF =
        """
        <CHANNEL HREF="http://s.example/"><TITLE>C</TITLE><ITEM HREF="/1"
          LASTMOD="1998-04-06T23:05-05:00"><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>
        """;
    static final String JSON =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1",
          "url": "/1", "content_text": "a < b", "date_published": "2026-03-02T06:00:00Z",
          "authors": [{"name": "Ada"}], "tags": ["x"], "attachments": [{"url": "/a.mp3"}]}]}
        """;
  }
}
