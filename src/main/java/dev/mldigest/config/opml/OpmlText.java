package dev.mldigest.config.opml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an OPML file as text that an XML parser accepts: decoded, without a document type,
 * and with the ampersands escaped that so many exports leave bare in addresses.
 */
final class OpmlText {
  /** A list of 50,000 feeds. */
  private static final int MOST_BYTES = 16_000_000;

  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]{0,100}?encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");

  private OpmlText() {}

  static String decode(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("The OPML file is larger than " + MOST_BYTES + " bytes.");
    }
    String text = withoutDoctype(new String(bytes, charset(bytes)));
    String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFEFF\\uFFFE\\uFFFF]", "");
    return BARE_AMPERSAND.matcher(clean).replaceAll("&amp;");
  }

  /** Byte order mark, then the XML declaration, then UTF-8 (XML 1.0, appendix F). */
  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0x1FD) {
      return StandardCharsets.UTF_16;
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Cuts a document type with its internal subset: nothing it declares is wanted. */
  private static String withoutDoctype(String text) {
    int start = text.indexOf("<!DOCTYPE");
    int root = text.indexOf("<opml");
    if (start < 0 || root < start) {
      return text;
    }
    return text.substring(0, start) + text.substring(root);
  }
}
