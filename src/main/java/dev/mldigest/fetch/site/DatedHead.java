package dev.mldigest.fetch.site;

import java.time.Instant;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A heading with the day that it, or a line of its own beside it, states.
 *
 * @param rank 1 to 6; a term of a list is one below
 * @param said all its words, without the sign by which a reader links to it
 * @param name what it says but for the day; may be empty
 * @param date null where it states none
 */
record DatedHead(Element element, int rank, String said, String name, @Nullable Instant date) {
  private static final int TERM = 7;

  /** The rank of a heading or term, or 0. */
  static int rank(Element e) {
    String tag = e.normalName();
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    return heading ? tag.charAt(1) - '0' : tag.equals("dt") ? TERM : 0;
  }

  /** The words of a heading without the sign by which a reader links to it. */
  static String said(Element heading) {
    return heading.text().replaceAll("^[#¶§\\s]+|[#¶§\\s]+$", "");
  }
}
