package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No damage to a document makes the parser throw or hang, on all cores and on the corpus where
 * there is one. Short as part of the build, each document once at least; long with {@code
 * -Dmutations=1000000 -Dmutations.seed=7}. {@code -Dmutations.from=N -Dmutations=1} replays the one
 * that a failure names.
 */
class FeedMutationTest {
  private static final int SHORT = 3_000;
  private static final URI BASE = URI.create("http://site.example/blog/feed.xml");

  private final List<String> names = new ArrayList<>();
  private final List<byte[]> documents = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void no_damage_to_a_document_makes_the_parser_throw() throws Exception {
    long seed = Long.getLong("mutations.seed", 20260302);
    long from = Long.getLong("mutations.from", 0);
    gather();
    int count = Integer.getInteger("mutations", Math.max(SHORT, documents.size()));
    FeedMutator mutator = new FeedMutator(documents, seed);
    long[] nanos = new long[count];
    AtomicLong next = new AtomicLong();
    if (Integer.getInteger("mutations") == null) {
      assertThat(LongStream.range(from, from + count).mapToInt(mutator::document).distinct())
          .hasSameSizeAs(documents);
    }
    int workers = Runtime.getRuntime().availableProcessors();
    List<Thread> threads = new ArrayList<>();
    AtomicLong[] current = new AtomicLong[workers];
    for (int w = 0; w < workers; w++) {
      AtomicLong at = new AtomicLong(-1);
      current[w] = at;
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                for (long i; (i = next.getAndIncrement()) < count; ) {
                  at.set(from + i);
                  nanos[(int) i] = parse(mutator, from + i);
                }
              }));
    }
    for (int w = 0; w < workers; w++) {
      while (threads.get(w).isAlive()) {
        long before = current[w].get();
        boolean ended = threads.get(w).join(Duration.ofSeconds(60));
        assertThat(ended || current[w].get() != before)
            .as("hangs: seed %d index %d", seed, before)
            .isTrue();
      }
    }
    report(mutator, nanos, seed, from);
    assertThat(failures).as("seed %d", seed).isEmpty();
  }

  private long parse(FeedMutator mutator, long index) {
    byte[] body = mutator.mutation(index);
    long start = System.nanoTime();
    try {
      if (new FeedParser().parse(body, null, BASE) == null) {
        failures.add("null at index " + index);
      }
    } catch (Throwable thrown) { // StackOverflowError and OutOfMemoryError are failures like others
      failures.add(
          names.get(mutator.document(index))
              + " index "
              + index
              + ": "
              + thrown
              + " at "
              + Arrays.stream(thrown.getStackTrace()).limit(6).toList());
    }
    return System.nanoTime() - start;
  }

  /** Printed for a person; no time is asserted. */
  private void report(FeedMutator mutator, long[] nanos, long seed, long from) {
    int slowest = 0;
    for (int i = 1; i < nanos.length; i++) {
      slowest = nanos[i] > nanos[slowest] ? i : slowest;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "mutations %d of %d documents, seed %d: %d throwables, p99 %.1f ms, slowest %.1f ms"
            + " (%s, index %d)%n",
        nanos.length,
        documents.size(),
        seed,
        failures.size(),
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        nanos[slowest] / 1e6,
        names.get(mutator.document(from + slowest)),
        from + slowest);
  }

  private void gather() throws IOException {
    add("rss", Seeds.RSS.getBytes(StandardCharsets.UTF_8));
    add("rss in utf-16", Seeds.RSS.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
    add("atom", Seeds.ATOM.getBytes(StandardCharsets.UTF_8));
    add("rdf", Seeds.RDF.getBytes(StandardCharsets.UTF_8));
    add("cdf", Seeds.CDF.getBytes(StandardCharsets.UTF_8));
    add("json", Seeds.JSON.getBytes(StandardCharsets.UTF_8));
    Path corpus = Corpora.folder().map(folder -> folder.resolve("feeds/files")).orElse(null);
    if (corpus == null || !Files.isDirectory(corpus)) {
      return; // the seeds of our own are enough
    }
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) < 200_000) {
          add(corpus.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  private void add(String name, byte[] document) {
    names.add(name);
    documents.add(document);
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
