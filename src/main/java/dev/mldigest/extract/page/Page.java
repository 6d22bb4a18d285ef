package dev.mldigest.extract.page;

import dev.mldigest.text.encoding.Decoded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * A page parsed within bounds: bytes, elements and depth. What goes beyond is cut off and noted, so
 * that no page costs more than a fixed time and memory.
 *
 * @param notes a sentence for each bound that the page went beyond, and for what was amiss with its
 *     encoding
 */
public record Page(Document document, List<String> notes) {
  /** The largest of 695 ordinary pages has 2 MB. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  /** The largest of 695 ordinary pages measured has 16,000 tags. */
  public static final int MOST_TAGS = 60_000;

  /** Pages of fewer cannot make more elements than memory holds: these are parsed at once. */
  private static final int MANY_TAGS = 8_000;

  /** What nests deeper is a fault of the page or an attack; jsoup's own default is the same. */
  private static final int DEEPEST = 512;

  /** jsoup's own bound. */
  private static final int MOST_ATTRIBUTES = 512;

  private static final Pattern TEMPLATE =
      Pattern.compile("<(/?)template\\b", Pattern.CASE_INSENSITIVE);

  public static Page read(byte[] body, @Nullable String contentType, String url) {
    byte[] lean = Ballast.dropped(body, Math.min(body.length, MOST_BYTES));
    Decoded decoded = Charsets.decode(lean, contentType, MOST_BYTES);
    return read(decoded.text(), url, body.length > MOST_BYTES, decoded.notes());
  }

  public static Document parse(byte[] body, @Nullable String contentType, String url) {
    return read(body, contentType, url).document;
  }

  public static Document parse(String html, String url) {
    return read(html, url, false, List.of()).document;
  }

  private static Page read(String html, String url, boolean cut, List<String> before) {
    Extent extent = Extent.of(html);
    String bounded = html.substring(0, extent.end);
    try {
      return read(bounded, extent, url, cut || extent.end < html.length(), before);
    } catch (IllegalArgumentException e) {
      if (!extent.templates) {
        throw e;
      }
      // jsoup forgets a template that its bound of depth took from the stack.
      return read(
          TEMPLATE.matcher(bounded).replaceAll("<$1div"),
          extent,
          url,
          cut || extent.end < html.length(),
          before);
    }
  }

  private static Page read(
      String bounded, Extent extent, String url, boolean cut, List<String> before) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    boolean many = extent.tags > MOST_TAGS;
    Document document;
    if (extent.tags < MANY_TAGS) {
      document = parser.parseInput(bounded, url);
    } else {
      StreamParser stream = new StreamParser(parser).parse(bounded, url);
      many |= !isReadWhole(stream);
      document = stream.document();
    }
    if (extent.templates && bounded.contains("shadowroot")) {
      openShadows(document);
    }
    List<String> notes = new ArrayList<>(before);
    if (many) {
      notes.add("The page was cut off after " + MOST_TAGS + " elements.");
    } else if (cut) {
      notes.add("The page was cut off after " + MOST_BYTES / 1024 / 1024 + " MB.");
    }
    return new Page(document, List.copyOf(notes));
  }

  /** A shadow root that is written down shows in place of its template (HTML standard, 4.12.3). */
  private static void openShadows(Document document) {
    for (Element template : document.select("template[shadowrootmode], template[shadowroot]")) {
      template.tagName("div");
    }
  }

  /** The whole text of a page, with its scripts, within the same bounds. */
  public static String source(byte[] body, @Nullable String contentType) {
    return Charsets.decode(body, contentType, MOST_BYTES).text();
  }

  /** The notes, also on what only the tree shows: where the parser flattened it or left out. */
  public List<String> notes(Outline outline) {
    List<String> all = new ArrayList<>(notes);
    if (outline.levels >= DEEPEST) {
      all.add("The page was flattened at " + DEEPEST + " levels of nesting.");
    }
    if (outline.attributes >= MOST_ATTRIBUTES) {
      all.add("Of an element only " + MOST_ATTRIBUTES + " attributes were read.");
    }
    return all;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Elements of formats left open are set anew in every paragraph: a tag may make a dozen. */
  private static boolean isReadWhole(StreamParser stream) {
    Iterator<Element> elements = stream.iterator();
    for (int i = 0; i < MOST_TAGS; i++) {
      if (!elements.hasNext()) {
        return true;
      }
      elements.next();
    }
    stream.stop();
    return false;
  }

  /**
   * How much of a page is parsed.
   *
   * @param end where the last tag that may still be parsed ends
   * @param templates whether it may hold templates, which few pages do
   */
  private record Extent(int end, int tags, boolean templates) {
    static Extent of(String html) {
      int most = Math.min(html.length(), MOST_BYTES);
      int tags = 0;
      boolean templates = false;
      for (int i = html.indexOf('<'); i >= 0 && i + 1 < most; i = html.indexOf('<', i + 1)) {
        char first = html.charAt(i + 1);
        if (isLetter(first) && ++tags > MOST_TAGS) {
          return new Extent(i, tags, templates);
        }
        templates |= (first | 0x20) == 't' && html.regionMatches(true, i + 1, "template", 0, 8);
      }
      return new Extent(most, tags, templates);
    }
  }
}
