package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.web.PageNumber;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a page says that the article goes on, or that it is told in another form. It only reports;
 * whether to go there is for others to decide.
 */
public final class Continuations {
  /** Links that look like the next page and are looked at closely. */
  private static final int MOST = 500;

  private Continuations() {}

  /** The next page of the same article ({@link PageNumber}), or null. Comments are not asked. */
  static @Nullable public String next(Outline page, String base, String url) {
    PageNumber here = PageNumber.of(url);
    if (here == null || here.number() >= PageNumber.MOST) {
      return null;
    }
    String name = here.name();
    String number = Integer.toString(here.number() + 1);
    int looked = 0;
    int after = 0;
    for (int i : page.links) {
      String href = i < after ? "" : page.href(i);
      if (looked < MOST
          && href.contains(number)
          && (isRelative(href) || href.contains(name))
          && here.mayBeOf(href)) {
        int barred = barred(page, i);
        after = Math.max(after, barred);
        looked++;
        String next = barred > 0 ? null : PageAddress.web(base, href);
        if (next != null && here.precedes(PageNumber.of(next))) {
          return next;
        }
      }
    }
    return null;
  }

  /** The end of the comments or of the hidden element that this one stands in, or 0. */
  private static int barred(Outline page, int i) {
    for (int p = i; p >= 0; p = page.parent[p]) {
      if (page.drop[p] == Drop.COMMENTS || page.drop[p] == Drop.HIDDEN) {
        return page.end[p];
      }
    }
    return 0;
  }

  private static boolean isRelative(String href) {
    return href.charAt(0) != '/' && href.indexOf(':') < 0;
  }

  /** The same page for phones (AMP) or for paper, or null. */
  static @Nullable public String alternate(Document document) {
    String paper = null;
    for (Element link : document.getElementsByTag("link")) {
      List<String> rel = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1));
      String url = PageAddress.web(document.baseUri(), link.attr("href"));
      if (url != null && rel.contains("amphtml")) {
        return url;
      }
      boolean print = rel.contains("alternate") && link.attr("media").equalsIgnoreCase("print");
      paper = paper == null && print ? url : paper;
    }
    return paper;
  }
}
