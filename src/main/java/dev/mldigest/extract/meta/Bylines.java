package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Folding;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The authors of an article in one line. */
final class Bylines {
  /** With "et al." behind them still a byline. */
  private static final int LONGEST_LIST = 190;

  /** Longer ones are no names but a text about the author. */
  private static final int LONGEST = 200;

  private Bylines() {}

  static @Nullable String of(SelfDescription told) {
    String cited = cited(told.metas);
    if (cited != null) {
      return cited;
    }
    String byline =
        SelfDescription.first(
            told.jsonLd.names("author"),
            told.meta("author"),
            told.meta("dc.creator"),
            told.meta("parsely-author"),
            told.meta("article:author"));
    if (byline.isEmpty() || byline.startsWith("http")) {
      Element named = told.author();
      byline = named == null ? "" : Folding.blanks(named.text());
    }
    if (byline.regionMatches(true, 0, "by ", 0, 3)) {
      byline = byline.substring(3).strip();
    }
    return byline.isEmpty() || byline.length() > LONGEST ? null : byline;
  }

  /** Libraries name each author in an element of its own, the family name first. */
  private static @Nullable String cited(List<Element> metas) {
    List<String> names = new ArrayList<>();
    for (Element e : metas) {
      if (e.attr("name").equalsIgnoreCase("citation_author")) {
        String[] parts = Folding.blanks(e.attr("content")).split(", ", 2);
        names.add(parts.length == 2 ? parts[1] + " " + parts[0] : parts[0]);
      }
    }
    return of(names);
  }

  /** As many names as fit, then "et al."; null without any. */
  static @Nullable String of(List<String> names) {
    StringBuilder line = new StringBuilder();
    for (String name : names) {
      if (line.length() + name.length() > LONGEST_LIST) {
        return line.isEmpty() ? null : line.append(" et al.").toString();
      }
      if (!name.isBlank()) {
        line.append(line.isEmpty() ? "" : ", ").append(name);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
