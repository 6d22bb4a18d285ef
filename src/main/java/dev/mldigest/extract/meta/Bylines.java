package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The authors of an article in one line: those that the page states, or else shows. */
final class Bylines {
  /** With "et al." behind them still a byline. */
  private static final int LONGEST_LIST = 190;

  /** Elements that are read: no byline has as many names. */
  private static final int MOST = 20;

  /** Meta elements that name authors, each in one of its own or all in one. */
  private static final List<String> STATED =
      List.of(
          "author",
          "dc.creator",
          "dcterms.creator",
          "parsely-author",
          "sailthru.author",
          "cxenseparse:author",
          "article:author",
          "byl");

  private Bylines() {}

  static @Nullable String of(SelfDescription told) {
    String line = cited(told.metas);
    line = line == null ? named(told.jsonLd.names("author")) : line;
    for (int i = 0; line == null && i < STATED.size(); i++) {
      line = named(told.all(STATED.get(i)));
    }
    line = line == null ? named(near(told)) : line;
    line = line == null ? named(signed(told.masthead().lines())) : line;
    return line == null ? named(anywhere(told)) : line;
  }

  private static @Nullable String named(List<String> written) {
    Set<String> names = new LinkedHashSet<>();
    written.forEach(one -> names.add(AuthorName.of(one)));
    return of(names);
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

  /** What the elements around the headline say that name an author, or link to one. */
  private static List<String> near(SelfDescription told) {
    Masthead masthead = told.masthead();
    List<String> names = texts(told, told.authors.stream().filter(masthead::holds).toList());
    return names.isEmpty()
        ? texts(told, told.profiles.stream().filter(masthead::holds).toList())
        : names;
  }

  /** The first that names an author anywhere. */
  private static List<String> anywhere(SelfDescription told) {
    Masthead masthead = told.masthead();
    return texts(told, told.authors.stream().filter(i -> !masthead.isForeign(i)).toList()).stream()
        .filter(name -> !AuthorName.of(name).isEmpty())
        .limit(1)
        .toList();
  }

  /**
   * Of elements within one another the innermost say it best.
   *
   * @param elements in the page's order: what stands in one of them comes next
   */
  private static List<String> texts(SelfDescription told, List<Integer> elements) {
    List<String> texts = new ArrayList<>();
    for (int k = 0; k < elements.size() && texts.size() < MOST; k++) {
      int i = elements.get(k);
      if (k + 1 == elements.size() || !told.isWithin(elements.get(k + 1), i)) {
        texts.add(Masthead.text(told.page.element[i]));
      }
    }
    return texts;
  }

  /** The first of the lines around the headline that begins as a signature does. */
  private static List<String> signed(List<String> lines) {
    return lines.stream().map(AuthorName::signed).filter(name -> !name.isEmpty()).limit(1).toList();
  }

  /** As many names as fit, then "et al."; null without any. */
  static @Nullable String of(Collection<String> names) {
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
