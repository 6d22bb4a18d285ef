package dev.mldigest.assemble;

import dev.mldigest.io.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The issue as an HTML mail: a table layout with inline styles, because mail programs keep little
 * else; it asks for nothing from the network. Takes Markdown whose anchors are gone, so that the
 * editor's changes reach every reader. Sending is left to {@code publish}.
 */
public final class HtmlMail {
  private static final Pattern SLOT = Pattern.compile("\\{\\{(language|title|preheader|body)}}");

  /** Characters: mail programs show about 35 to 140 of them. */
  private static final int PREHEADER = 140;

  private final String template = Resource.text("/templates/mail.html");
  private final HtmlFragment fragment =
      new HtmlFragment(styles(Resource.text("/templates/mail-styles.properties")));

  private final Locale language;

  /**
   * @param language of the issue, which reading aloud and hyphenation go by
   */
  public HtmlMail(Locale language) {
    this.language = language;
  }

  /**
   * @param title stands as the mail's title where the digest has no subject
   */
  public String render(String markdown, String title) {
    Node document = Dialect.document(markdown);
    Envelope envelope = Envelope.of(markdown);
    String subject = envelope.subject().isEmpty() ? title : envelope.subject();
    String beside = envelope.preheader().isEmpty() ? titles(document) : envelope.preheader();
    Map<String, String> slots =
        Map.of(
            "language", escaped(language.toLanguageTag()),
            "title", escaped(CleanText.of(subject, PREHEADER)),
            "preheader", escaped(CleanText.of(beside, PREHEADER)),
            "body", fragment.render(document));
    // One pass: what fills a slot is never searched for slots.
    return SLOT.matcher(template)
        .replaceAll((MatchResult slot) ->
            java.util.regex.Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
  }

  /** What mail programs show beside the subject where the digest has no preheader. */
  private static String titles(Node document) {
    List<String> titles = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 3) {
        titles.add(PlainText.words(heading));
      }
    }
    return String.join(" · ", titles);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Map<String, String> styles(String properties) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(tag -> tag, read::getProperty));
  }
}
