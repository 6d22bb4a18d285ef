package dev.mldigest.extract.block;

import dev.mldigest.extract.page.NameList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The language that a page names for a block of code, as the class names and attributes of editors
 * and highlighters carry it: on the block, on the code within it, or on what wraps it.
 */
final class CodeLanguage {
  private static final NameList NAMES = NameList.load("languages.txt");
  private static final Set<String> KNOWN = NAMES.section("languages");
  private static final Set<String> PREFIXES = NAMES.section("prefixes");
  private static final Set<String> NO_LANGUAGE = NAMES.section("none");
  private static final List<String> ATTRIBUTES = List.of("data-lang", "data-language");

  /** Highlighters wrap a block in no more elements than this. */
  private static final int FAR = 8;

  private CodeLanguage() {}

  /** The language in lower case as the page names it, or an empty string. */
  static String of(Element block) {
    Element e = block;
    for (int i = 0; i < FAR && e != null && isWrapper(e); i++) {
      String language = named(e);
      if (language.isEmpty() && i == 0) {
        language = within(e);
      }
      if (!language.isEmpty()) {
        return language;
      }
      e = e.parent();
    }
    return "";
  }

  private static boolean isWrapper(Element e) {
    return switch (e.normalName()) {
      case "pre", "code", "div", "figure", "table", "tbody", "tr", "td" -> true;
      default -> false;
    };
  }

  private static String within(Element block) {
    Element e = block.firstElementChild();
    for (int i = 0; i < 2 && e != null; i++) {
      String language = named(e);
      if (!language.isEmpty()) {
        return language;
      }
      e = e.nextElementSibling();
    }
    return "";
  }

  private static String named(Element e) {
    if (e.attributesSize() == 0) {
      return "";
    }
    for (String attribute : ATTRIBUTES) {
      String language = clean(e.attr(attribute));
      if (!language.isEmpty()) {
        return language;
      }
    }
    String[] names = NameList.split(e.attr("class"));
    for (String name : names) {
      for (String prefix : PREFIXES) {
        String language = name.startsWith(prefix) ? clean(name.substring(prefix.length())) : "";
        if (!language.isEmpty()) {
          return language;
        }
      }
    }
    boolean code = e.normalName().equals("pre") || e.normalName().equals("code");
    for (String name : names) {
      boolean typed = name.startsWith("type-") && KNOWN.contains(name.substring(5));
      if ((code && KNOWN.contains(name)) || typed) {
        return clean(typed ? name.substring(5) : name);
      }
    }
    return "";
  }

  private static String clean(String named) {
    String language = named.strip().toLowerCase(Locale.ROOT);
    if (language.startsWith("ipython")) {
      return "python";
    }
    boolean name = language.length() <= 20 && !language.isEmpty();
    for (int i = 0; name && i < language.length(); i++) {
      char c = language.charAt(i);
      name = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+#.-_".indexOf(c) >= 0;
    }
    return name && !NO_LANGUAGE.contains(language) ? language : "";
  }
}
