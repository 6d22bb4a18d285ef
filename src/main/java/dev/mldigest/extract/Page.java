package dev.mldigest.extract;

import java.nio.charset.Charset;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The bounds within which a page is parsed: bytes, elements and depth. What goes beyond is cut off,
 * so that no page costs more than a fixed time and memory.
 */
final class Page {
  static final int MOST_BYTES = 8 * 1024 * 1024;

  /** The largest of 695 ordinary pages measured has 30,000 tags. */
  static final int MOST_TAGS = 120_000;

  private static final int DEEPEST = 512;

  private Page() {}

  static Document parse(byte[] body, @Nullable String contentType, String url) {
    Charset charset = Charsets.of(body, contentType);
    int from = Charsets.bomLength(body);
    int length = Math.min(body.length - from, MOST_BYTES);
    return parse(new String(body, from, length, charset), url);
  }

  static Document parse(String html, String url) {
    String bounded = html.substring(0, firstTags(html));
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(bounded, url);
  }

  /** Where the last tag that may still be parsed ends. */
  private static int firstTags(String html) {
    int most = Math.min(html.length(), MOST_BYTES);
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0 && i + 1 < most; i = html.indexOf('<', i + 1)) {
      if (Character.isLetter(html.charAt(i + 1)) && ++tags > MOST_TAGS) {
        return i;
      }
    }
    return most;
  }
}
