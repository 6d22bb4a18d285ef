package dev.mldigest.fetch.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server prints before a document: byte order marks and white space, and the warnings of
 * programs that were left to print them ({@code <br /><b>Deprecated</b>: …}).
 */
final class Preamble {
  /** Farther than that into a document no warning reaches. */
  private static final int REACH = 1_000_000;

  /** Root elements of feeds, sitemaps and arXiv's answers. */
  private static final String ROOTS = "<(?:rss|feed|rdf:RDF|urlset|sitemapindex|OAI-PMH)";

  /**
   * A declaration with a root element behind it, or a root element with content: what a warning
   * names ({@code bad <rss> in x.php}) is neither. Or JSON Feed's first member.
   */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "<\\?xml\\s[^<>]{0,200}\\?>\\s*+(?=<)(?!<(?:br|b|p|div|pre|font|table)\\b)"
              + "|"
              + ROOTS
              + "(?:\\s[^<>]{0,9000}+)?>\\s*+<"
              + "|\\{\\s*+\"version\"\\s*+:\\s*+\"https?:(?:\\\\?/){2}jsonfeed\\.org");

  /** The second best: what may be a beginning of what is broken. */
  private static final Pattern MENTION = Pattern.compile("<\\?xml[\\s?]|" + ROOTS + "[\\s>]");

  private static final Pattern BARE_MENTION = Pattern.compile(ROOTS + "[\\s>]");

  /** What is no warning but a document: a page that shows a feed's source is not one. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "<(?:!doctype|html|head|body|[A-Za-z]{1,40}+(?::[A-Za-z]{1,40}+)?\\s[^<>]*xmlns)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml[^<>]*\\?>");

  private Preamble() {}

  /** The document from its beginning on; as it is where nothing looks like one. */
  static String without(String text, ParseNotes notes) {
    String bare = bare(text);
    if (bare.startsWith("{")) {
      return bare;
    }
    // A program may be warned of when it has printed the declaration already.
    Matcher declaration = DECLARATION.matcher(bare);
    boolean declared = declaration.lookingAt();
    int start = declared ? declaration.end() : 0;
    String head = bare.substring(start, Math.min(bare.length(), start + REACH));
    int root = beginning(head, declared ? BARE_MENTION : MENTION);
    if (root < 0 || isNothing(head.substring(0, root))) {
      return bare;
    }
    notes.warn("Something stood before the document and was skipped.");
    return bare.substring(start + root);
  }

  private static int beginning(String head, Pattern mention) {
    Matcher beginning = BEGINNING.matcher(head);
    if (beginning.find()) {
      return beginning.start();
    }
    Matcher named = mention.matcher(head);
    return named.find() ? named.start() : -1;
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
    int at = 0;
    while (at >= 0 && at < before.length()) {
      if (Character.isWhitespace(before.charAt(at))) {
        at++;
      } else if (before.startsWith("<!--", at)) {
        at = after(before, "-->", at);
      } else if (before.startsWith("<?", at)) {
        at = after(before, "?>", at);
      } else {
        return before.startsWith("<!", at) || DOCUMENT.matcher(before).find(at);
      }
    }
    return true;
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? -1 : at + end.length();
  }
}
