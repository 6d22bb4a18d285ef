package dev.mldigest.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The markup of an element that holds text, in whichever way its format has it written. */
final class TextConstruct {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private TextConstruct() {}

  /** HTML source; of an Atom 0.3 construct in base64 what it encodes. */
  static String markup(Element element) {
    String mode = element.getAttributeValue("mode", "");
    String decoded = mode.strip().equalsIgnoreCase("base64") ? decoded(element.getText()) : null;
    return decoded == null ? Markup.inner(element) : decoded;
  }

  /** HTML, or null if there is no element or nothing in it. */
  static @Nullable String html(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String type = type(element);
    boolean plain =
        (type.equals("text") || type.equals("text/plain")) && element.getChildren().isEmpty();
    String text = markup(element);
    return blankToNull(plain ? Entities.escape(text) : text);
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
      return blankToNull(decoded);
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
