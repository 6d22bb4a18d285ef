package dev.mldigest.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server prints before a document: byte order marks and white space, and the warnings of
 * programs that were left to print them ({@code <br /><b>Deprecated</b>: …}).
 */
final class Preamble {
  /** Farther than that into a document no warning reaches. */
  private static final int REACH = 100_000;

  /** Root elements of feeds, sitemaps and arXiv's answers; and JSON Feed's first member. */
  private static final Pattern ROOT =
      Pattern.compile(
          "<\\?xml[\\s?]|<(?:rss|feed|rdf:RDF|urlset|sitemapindex|OAI-PMH)[\\s>]"
              + "|\\{\\s*\"version\"\\s*:\\s*\"https?:(?:\\\\?/){2}jsonfeed\\.org");

  private static final Pattern BARE_ROOT =
      Pattern.compile("<(?:rss|feed|rdf:RDF|urlset|sitemapindex|OAI-PMH)[\\s>]");

  /** What is no warning but a document: a page that shows a feed's source is not one. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "<(?:!doctype|html|head|body|[A-Za-z]+:?[A-Za-z]*\\s[^<>]*xmlns)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml[^<>]*\\?>");

  private Preamble() {}

  /** The document from its beginning on; as it is where nothing looks like one. */
  static String without(String text, Notes notes) {
    String bare = bare(text);
    if (bare.startsWith("{")) {
      return bare;
    }
    // A program may be warned of when it has printed the declaration already.
    Matcher declaration = DECLARATION.matcher(bare);
    boolean declared = declaration.lookingAt();
    int start = declared ? declaration.end() : 0;
    String head = bare.substring(start, Math.min(bare.length(), start + REACH));
    Matcher root = (declared ? BARE_ROOT : ROOT).matcher(head);
    if (!root.find() || isNothing(head.substring(0, root.start()))) {
      return bare;
    }
    notes.warn("Something stood before the document and was skipped.");
    return bare.substring(start + root.start());
  }

  private static String bare(String text) {
    int from = 0;
    while (from < text.length()
        && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '\ufeff')) {
      from++;
    }
    return text.substring(from).stripTrailing();
  }

  /** Comments, instructions and a DOCTYPE belong to a document; so does all within another one. */
  private static boolean isNothing(String before) {
    String rest = before.replaceAll("(?s)<!--.*?-->|<\\?.*?\\?>", "").strip();
    return rest.isEmpty() || DOCUMENT.matcher(rest).find() || rest.startsWith("<!");
  }
}
