package dev.mldigest.extract.page;

import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Which attributes an element has beside its class and its id, a bit for each sort that is asked
 * for: most elements have none of them, and need not be asked again and again.
 */
public final class Attr {
  public static final int STYLE = 1;
  public static final int ROLE = 2; // a bit each
  public static final int ITEMPROP = 4;
  public static final int ITEMTYPE = 8;
  public static final int REL = 16;

  /** {@code hidden} and {@code aria-hidden}. */
  public static final int HIDES = 32;

  /** Any whose name begins with {@code data-}. */
  public static final int DATA = 64;

  public static final int CONTROLS = 128;
  public static final int EPUB_TYPE = 256;

  private static final Map<String, Integer> BITS =
      Map.of(
          "style", STYLE,
          "role", ROLE,
          "itemprop", ITEMPROP,
          "itemtype", ITEMTYPE,
          "rel", REL,
          "hidden", HIDES,
          "aria-hidden", HIDES,
          "aria-controls", CONTROLS,
          "epub:type", EPUB_TYPE);

  private Attr() {}

  /**
   * What an attribute says, or an empty string: without the search for other spellings that jsoup
   * makes, since its parser spells all in lower case.
   *
   * @param name in lower case
   */
  public static String value(Element e, String name) {
    return e.attributesSize() == 0 ? "" : e.attributes().get(name);
  }

  static int of(Element e) {
    int bits = 0;
    for (Attribute own : e.attributes()) {
      String key = own.getKey(); // the parser spells it in lower case
      bits |= key.startsWith("data-") ? DATA : BITS.getOrDefault(key, 0);
    }
    return bits;
  }
}
