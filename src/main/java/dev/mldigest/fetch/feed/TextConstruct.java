package dev.mldigest.fetch.feed;

import dev.mldigest.fetch.document.EntryHtml;
import dev.mldigest.fetch.document.Markup;
import dev.mldigest.fetch.document.Namespaces;
import dev.mldigest.fetch.document.TitleText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element, in whichever way its format has it written: plain where it says so or the
 * format does (RFC 4287 section 3.1.1), HTML where that is stated, and for RSS, which leaves it
 * open, HTML in which only what HTML knows is markup.
 */
final class TextConstruct {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private TextConstruct() {}

  /** How an element says that its text is written. */
  private enum Written {
    TEXT,
    HTML,
    /** Atom without a type: text, if it was made by the book. */
    UNSAID_TEXT,
    /** RSS and its modules. */
    UNSAID
  }

  /** A title or a name as plain text; empty if there is none. */
  static String plain(Element element) {
    String base64 = base64(element);
    if (base64 != null) {
      return TitleText.of(base64);
    }
    return switch (written(element)) {
      case TEXT, UNSAID_TEXT -> TitleText.folded(Markup.text(element));
      case HTML, UNSAID -> TitleText.of(EntryHtml.unwrapped(Markup.inner(element)));
    };
  }

  /** HTML, or null if there is no element or nothing in it. */
  static @Nullable String html(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    if (!element.getChildren().isEmpty()) {
      return blankToNull(Markup.inner(element));
    }
    String base64 = base64(element);
    String text = base64 == null ? element.getText() : base64;
    Written written = base64 == null ? written(element) : Written.HTML;
    boolean plain =
        written == Written.TEXT
            || (written == Written.UNSAID_TEXT && !EntryHtml.looksLikeHtml(text));
    return blankToNull(plain ? TitleText.html(text) : EntryHtml.html(EntryHtml.unwrapped(text)));
  }

  private static Written written(Element element) {
    String type = type(element);
    if (type.equals("text") || type.equals("text/plain") || type.equals("plain")) {
      return Written.TEXT;
    }
    if (!type.isEmpty() || !element.getAttributeValue("mode", "").isBlank()) {
      return Written.HTML;
    }
    Element parent = element.getParentElement();
    boolean atom = Namespaces.core(element) && parent != null && !Namespaces.isRss(parent);
    return atom && isAtom(parent) ? Written.UNSAID_TEXT : Written.UNSAID;
  }

  private static boolean isAtom(Element parent) {
    String name = parent.getName().toLowerCase(Locale.ROOT);
    return name.equals("entry") || name.equals("feed") || name.equals("source");
  }

  /** Of an Atom 0.3 construct in base64 what it encodes. */
  private static @Nullable String base64(Element element) {
    String mode = element.getAttributeValue("mode", "");
    return mode.strip().equalsIgnoreCase("base64") ? decoded(element.getText()) : null;
  }

  /**
   * The content of an Atom entry as HTML. RFC 4287 section 4.1.3.3: of a media type that is neither
   * text nor XML it is base64; if no text comes of that, it is a picture or the like and no
   * article.
   */
  static @Nullable String content(@Nullable Element content) {
    if (content == null || !binary(type(content)) || !content.getChildren().isEmpty()) {
      return html(content);
    }
    String text = content.getText().strip();
    String decoded = decoded(text);
    if (decoded != null) {
      return blankToNull(EntryHtml.html(decoded));
    }
    return text.indexOf(' ') >= 0 ? html(content) : null;
  }

  private static boolean binary(String type) {
    return type.indexOf('/') > 0
        && !type.startsWith("text/")
        && !type.endsWith("/xml")
        && !type.contains("+xml")
        && !type.contains("html");
  }

  private static String type(Element element) {
    return element.getAttributeValue("type", "").strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(SPACE.matcher(base64).replaceAll(""));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return null;
    }
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
