package dev.mldigest.extract.block;

import java.util.Arrays;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What Markdown has of a line that its plain text has not: escapes, and where links and code begin
 * and end. The Markdown is written when it is asked for: of most lines of a page it never is.
 */
final class LineMarks {
  static final LineMarks NONE = new LineMarks(new PageLinks());

  private static final byte ESCAPE = 1;
  private static final byte APOSTROPHE = 2;
  private static final byte CODE = 3;
  private static final byte LINK = 4;
  private static final byte END_OF_LINK = 5;

  private final PageLinks links;

  /** Where each stands in the text, what it is, and for a link where it leads. */
  private int[] at = {};

  private byte[] kind = {};
  private @Nullable Element[] link = {};
  private String[] href = {};
  private int size;

  /** Which mark begins the link that is open, or -1. */
  private int open = -1;

  LineMarks(PageLinks links) {
    this.links = links;
  }

  void escape(int place) {
    add(place, ESCAPE);
  }

  /** A grave accent within code, which would end it. */
  void apostrophe(int place) {
    add(place, APOSTROPHE);
  }

  void openCode(int place) {
    add(place, CODE);
  }

  /** Code without a letter is none. */
  void closeCode(int place) {
    if (size > 0 && kind[size - 1] == CODE && at[size - 1] == place) {
      size--;
    } else {
      add(place, CODE);
    }
  }

  void openLink(int place) {
    open = size;
    add(place, LINK);
  }

  /** A link within another one ends it, and of the outer one only the text is left. */
  void dropLink() {
    if (open >= 0) {
      remove(open);
      open = -1;
    }
  }

  /**
   * @param target the address of the link, as it is spelt
   */
  void closeLink(int place, Element a, String target) {
    if (open < 0) {
      return;
    }
    if (open == size - 1 && at[open] == place) {
      dropLink();
      return;
    }
    link[open] = a;
    href[open] = target;
    open = -1;
    add(place, END_OF_LINK);
  }

  /** The cost is that of the marks within the link, so that many links stay linear. */
  private void remove(int mark) {
    int behind = size - mark - 1;
    System.arraycopy(at, mark + 1, at, mark, behind);
    System.arraycopy(kind, mark + 1, kind, mark, behind);
    System.arraycopy(link, mark + 1, link, mark, behind);
    System.arraycopy(href, mark + 1, href, mark, behind);
    size--;
  }

  private void add(int place, byte sort) {
    if (size == at.length) {
      int length = Math.max(8, 2 * size);
      at = Arrays.copyOf(at, length);
      kind = Arrays.copyOf(kind, length);
      link = Arrays.copyOf(link, length);
      href = Arrays.copyOf(href, length);
    }
    at[size] = place;
    kind[size++] = sort;
  }

  /** The marks of the line that ends; the next one has none so far. */
  LineMarks take() {
    if (size == 0) {
      return NONE;
    }
    LineMarks taken = new LineMarks(links);
    taken.at = at;
    taken.kind = kind;
    taken.link = link;
    taken.href = href;
    taken.size = size;
    at = new int[0];
    kind = new byte[0];
    link = new Element[0];
    href = new String[0];
    size = 0;
    return taken;
  }

  String markdown(String text) {
    if (size == 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 80);
    int from = 0;
    String url = "";
    for (int i = 0; i < size; i++) {
      out.append(text, from, at[i]);
      from = at[i];
      switch (kind[i]) {
        case ESCAPE -> out.append('\\');
        case CODE -> out.append('`');
        case LINK -> {
          url = links.target(Objects.requireNonNull(link[i]), href[i]);
          out.append(url.isEmpty() ? "" : "[");
        }
        case END_OF_LINK -> out.append(url.isEmpty() ? "" : "](" + url + ")");
        default -> {
          out.append('\'');
          from++;
        }
      }
    }
    return out.append(text, from, text.length()).toString();
  }
}
