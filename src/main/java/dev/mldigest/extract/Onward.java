package dev.mldigest.extract;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a page says that the article goes on, or that it is told in another form. It only reports;
 * whether to go there is for others to decide.
 */
final class Onward {
  /** Links that look like the next page and are looked at closely. */
  private static final int MOST = 500;

  private Onward() {}

  /** The next page of the same article ({@link PageNumber}), or null. Comments are not asked. */
  static @Nullable String next(Outline page, String base, String url) {
    PageNumber here = PageNumber.of(url);
    if (here == null || here.number() >= PageNumber.MOST) {
      return null;
    }
    String number = Integer.toString(here.number() + 1);
    int looked = 0;
    int i = 0;
    while (i < page.size() && looked < MOST) {
      Drop drop = page.drop[i];
      if (drop == Drop.COMMENTS || drop == Drop.HIDDEN) {
        i = page.end[i];
        continue;
      }
      String href = href(page.element[i]);
      if (href.contains(number)) {
        looked++;
        String next = Addresses.web(base, href);
        if (next != null && here.precedes(PageNumber.of(next))) {
          return next;
        }
      }
      i++;
    }
    return null;
  }

  private static String href(Element e) {
    return e.normalName().equals("a") || e.normalName().equals("link") ? e.attr("href") : "";
  }

  /** The same page for phones (AMP) or for paper, or null. */
  static @Nullable String alternate(Document document) {
    String paper = null;
    for (Element link : document.getElementsByTag("link")) {
      List<String> rel = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1));
      String url = Addresses.web(document.baseUri(), link.attr("href"));
      if (url != null && rel.contains("amphtml")) {
        return url;
      }
      boolean print = rel.contains("alternate") && link.attr("media").equalsIgnoreCase("print");
      paper = paper == null && print ? url : paper;
    }
    return paper;
  }
}
