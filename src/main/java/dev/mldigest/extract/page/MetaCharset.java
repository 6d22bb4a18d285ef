package dev.mldigest.extract.page;

import dev.mldigest.text.encoding.Encodings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoding that a page's own first bytes name: the prescan of the HTML standard (section
 * 13.2.3.2), one pass over them, which knows comments and attributes and nothing else of HTML.
 */
final class MetaCharset {
  /** Bytes in which the prescan must find it. */
  static final int FIRST = 1024;

  /** A meta element that comes later still counts, once the page is parsed (section 13.2.3.5). */
  static final int LATE = 16 * 1024;

  private static final String SPACE = "\t\n\f\r ";

  private final String text;
  private int at;
  private String name = "";
  private String value = "";

  private MetaCharset(String text) {
    this.text = text;
  }

  /** Null if none is named, or none that is known. */
  static @Nullable Charset of(byte[] body, int most) {
    String start = new String(body, 0, Math.min(body.length, most), StandardCharsets.ISO_8859_1);
    Charset meta = new MetaCharset(start).prescan();
    String declared = meta == null ? Encodings.declared(start) : null;
    Charset charset = declared == null ? meta : Encodings.named(declared);
    // What could be read so far is no UTF-16, whatever it says of itself.
    return charset == null || Encodings.isEightBit(charset) ? charset : StandardCharsets.UTF_8;
  }

  private @Nullable Charset prescan() {
    for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      if (text.startsWith("<!--", at)) {
        skipTo("-->", at + 2);
      } else if (text.regionMatches(true, at, "<meta", 0, 5)
          && at + 5 < text.length()
          && (SPACE + "/").indexOf(text.charAt(at + 5)) >= 0) {
        at += 5;
        Charset charset = meta();
        if (charset != null) {
          return charset;
        }
      } else if (isTag()) {
        while (at < text.length() && (SPACE + ">").indexOf(text.charAt(at)) < 0) {
          at++;
        }
        boolean more = true;
        while (more) {
          more = attribute();
        }
      } else if (at + 1 < text.length() && "!/?".indexOf(text.charAt(at + 1)) >= 0) {
        skipTo(">", at);
      } else {
        at++;
      }
    }
    return null;
  }

  private void skipTo(String end, int from) {
    int found = text.indexOf(end, from);
    at = found < 0 ? text.length() : found + end.length();
  }

  private boolean isTag() {
    int letter = text.startsWith("</", at) ? at + 2 : at + 1;
    return letter < text.length() && Character.isLetter(text.charAt(letter));
  }

  /** What the meta element names, of itself or in place of a Content-Type header. */
  private @Nullable Charset meta() {
    Map<String, String> attributes = new HashMap<>();
    while (attribute()) {
      attributes.putIfAbsent(name, value);
    }
    String charset = attributes.get("charset");
    if (charset == null && "content-type".equals(attributes.get("http-equiv"))) {
      charset = Encodings.parameter(attributes.getOrDefault("content", ""));
    }
    return charset == null ? null : Encodings.named(charset);
  }

  /** The standard's "get an attribute": false at the end of the tag. */
  private boolean attribute() {
    skip(SPACE + "/");
    if (at >= text.length() || text.charAt(at) == '>') {
      return false;
    }
    int start = at;
    while (at < text.length()
        && (SPACE + "/>").indexOf(text.charAt(at)) < 0
        && (text.charAt(at) != '=' || at == start)) {
      at++;
    }
    name = text.substring(start, at).toLowerCase(Locale.ROOT);
    skip(SPACE);
    value = "";
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      skip(SPACE);
      value = value().toLowerCase(Locale.ROOT);
    }
    return true;
  }

  private String value() {
    char quote = at < text.length() ? text.charAt(at) : '>';
    int start = at;
    if (quote == '"' || quote == '\'') {
      skipTo(String.valueOf(quote), at + 1);
      return text.substring(start + 1, Math.max(start + 1, at - 1));
    }
    while (at < text.length() && (SPACE + ">").indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skip(String any) {
    while (at < text.length() && any.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
