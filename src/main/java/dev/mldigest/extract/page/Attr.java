package dev.mldigest.extract.page;

import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Which attributes an element has, a bit for each sort that is asked for: most elements have none
 * of them, and need not be asked again and again.
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

  /** A class attribute, an id, any other; the first two with a value. */
  public static final int CLASS = 512;

  public static final int ID = 1024;
  public static final int OTHER = 2048; // see CLASS

  /** A class of MathJax. */
  public static final int MATHJAX = 4096;

  /** An id by which React names a part that it streams. */
  public static final int STREAMED = 8192;

  /** One in which scripts that draw formulas keep their source. */
  public static final int FORMULA = 16_384;

  private static final Set<String> FORMULAS =
      Set.of(
          "data-attrs",
          "data-equation",
          "data-formula",
          "data-katex",
          "data-latex",
          "data-math",
          "data-mathml",
          "data-tex",
          "data-value");

  private Attr() {}

  /**
   * What an attribute says, or an empty string: without the search for other spellings that jsoup
   * makes, since its parser spells all in lower case.
   *
   * @param name in lower case
   */
  public static String value(Element e, String name) {
    return e.attributes().get(name);
  }

  /**
   * The bit of an attribute, or 0; its first letters tell most others apart.
   *
   * @param key in lower case
   */
  static int bit(String key) {
    return switch (key.charAt(0)) {
      case 'd' -> key.startsWith("data-") ? DATA | (FORMULAS.contains(key) ? FORMULA : 0) : 0;
      case 's' -> key.equals("style") ? STYLE : 0;
      case 'r' -> key.equals("role") ? ROLE : key.equals("rel") ? REL : 0;
      case 'i' -> key.equals("itemprop") ? ITEMPROP : key.equals("itemtype") ? ITEMTYPE : 0;
      case 'h' -> key.equals("hidden") ? HIDES : 0;
      case 'a' -> key.equals("aria-hidden") ? HIDES : key.equals("aria-controls") ? CONTROLS : 0;
      case 'e' -> key.equals("epub:type") ? EPUB_TYPE : 0;
      default -> 0;
    };
  }
}
