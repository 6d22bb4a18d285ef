package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.fetch.http.HttpTest;
import dev.mldigest.fetch.http.PageOutcome;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.testkit.FaultTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fault cases 39 to 42, and robots.txt as a weapon. */
@Timeout(60)
class TransferEncodingFaultsTest {
  @RegisterExtension final FaultTable table = new FaultTable();
  private final Lab lab = new Lab();

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private FetchOutcome fetch(byte[] body, String... headers) throws Exception {
    LoopbackSite site = lab.site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", body, headers));
    FetchOutcome outcome = lab.fetch(site.at("/"));
    table.outcome(outcome.word());
    return outcome;
  }

  /** A gzip stream of so many MiB of zeros: one block, compressed once and repeated. */
  static byte[] bomb(int mebibytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[1 << 20]);
    byte[] block = new byte[8_192];
    int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    for (int i = 0; i < mebibytes; i++) {
      out.write(block, 0, length);
    }
    deflater.end();
    return out.toByteArray();
  }

  @Test
  void case_39_a_gzip_bomb_of_a_gibibyte_ends_as_one_long_before_it_is_unpacked() throws Exception {
    assertThat(fetch(bomb(1_024), "Content-Encoding: gzip").word()).isIn("bomb", "too large");
    assertThat(fetch(bomb(1_024)).word()).isIn("bomb", "too large");
    byte[] nested = HttpTest.gzip(bomb(1_024));
    assertThat(fetch(nested, "Content-Encoding: gzip").word()).isIn("bomb", "too large");
  }

  @Test
  void case_40_gzip_that_is_doubled_or_unsaid_is_decoded() throws Exception {
    byte[] once = HttpTest.gzip(Lab.utf8(Lab.FEED));
    assertThat(fetch(HttpTest.gzip(once), "Content-Encoding: gzip").word()).isEqualTo("fetched");
    assertThat(fetch(once).word()).isEqualTo("fetched");
    assertThat(fetch(once, "Content-Encoding: gzip").word()).isEqualTo("fetched");
    assertThat(fetch(once, "Content-Encoding: GZIP").word()).isEqualTo("fetched");
  }

  @Test
  void case_40_b_encodings_that_are_not_what_they_say_are_errors_and_never_mojibake()
      throws Exception {
    for (String encoding : List.of("br", "deflate", "zstd")) {
      FetchOutcome outcome = fetch(Lab.utf8(Lab.FEED), "Content-Encoding: " + encoding);
      assertThat(outcome).as(encoding).isInstanceOf(FetchOutcome.Failed.class);
    }
  }

  @Test
  void case_40_c_a_body_that_is_only_said_to_be_zipped_is_read_as_it_is() throws Exception {
    assertThat(fetch(Lab.utf8(Lab.FEED), "Content-Encoding: gzip").word()).isEqualTo("fetched");
  }

  @Test
  void a_content_encoding_that_names_no_coding_is_nothing_to_undo() throws Exception {
    byte[] feed = Lab.utf8(Lab.FEED);
    for (String word : List.of("aws-chunked", "UTF-8", "none", "x-unheard-of", "text/xml")) {
      FetchOutcome outcome = fetch(feed, "Content-Encoding: " + word);
      assertThat(outcome.word()).as(word).isEqualTo("fetched");
      assertThat(((FetchOutcome.Fetched) outcome).feed().warnings())
          .singleElement()
          .asString()
          .contains(word.toLowerCase(java.util.Locale.ROOT));
    }
    assertThat(fetch(HttpTest.gzip(feed), "Content-Encoding: aws-chunked, gzip").word())
        .isEqualTo("fetched");
  }

  @Test
  void case_41_truncated_gzip_is_an_error() throws Exception {
    byte[] whole = HttpTest.gzip(Lab.utf8(Lab.FEED.repeat(20)));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(fetch(half, "Content-Encoding: gzip").word()).isEqualTo("truncated");
    assertThat(fetch(half)).isInstanceOf(FetchOutcome.Failed.class);
  }

  @Test
  void case_42_a_body_without_end_is_cut_at_the_cap_and_its_connection_dropped() throws Exception {
    AtomicLong sent = new AtomicLong();
    CountDownLatch gone = new CountDownLatch(1);
    LoopbackSite site =
        lab.site((n, r, out, s) -> {
          try {
            LoopbackSite.send(out, "200 OK", "", "Transfer-Encoding: chunked");
            chunk(out, Lab.utf8("<rss>" + " ".repeat(6_000_000)), sent);
            for (byte[] more = new byte[65_536]; ; ) {
              chunk(out, more, sent);
            }
          } finally {
            gone.countDown();
          }
        });
    FetchOutcome outcome = lab.fetch(site.at("/"));
    table.outcome(outcome.word());
    assertThat(outcome.word()).isEqualTo("too large");
    gone.await();
    assertThat(sent.get()).isLessThan(lab.mostBytes + (30L << 20));
  }

  private static void chunk(OutputStream out, byte[] bytes, AtomicLong sent) throws IOException {
    out.write(Lab.utf8(Integer.toHexString(bytes.length) + "\r\n"));
    out.write(bytes);
    out.write(Lab.utf8("\r\n"));
    sent.addAndGet(bytes.length);
  }

  // ------------------------------------------------------------------ robots.txt

  private PageOutcome page(byte[] robots, String path) throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) -> {
          if (r.path().equals("/robots.txt")) {
            LoopbackSite.send(out, "200 OK", robots);
          } else {
            LoopbackSite.send(out, "200 OK", "<p>x", "Content-Type: text/html");
          }
        });
    return new Pages(lab.http()).fetch(URI.create(site.at("/").toString() + path));
  }

  @Test
  @Timeout(10)
  void a_robots_txt_made_to_be_slow_is_not() throws Exception {
    String wild = "Disallow: /" + "*a".repeat(400) + "*b$\n";
    String bomb = "User-agent: *\n" + wild.repeat(500 * 1024 / wild.length());
    assertThat(page(Lab.utf8(bomb), "a".repeat(4_000))).isInstanceOf(PageOutcome.Page.class);
    assertThat(page(bomb(1_024), "x")).isInstanceOf(PageOutcome.Failed.class);
    String line = "User-agent: *\nDisallow: /" + "x".repeat(3_000_000);
    assertThat(page(Lab.utf8(line), "y")).isInstanceOf(PageOutcome.Page.class);
  }
}
