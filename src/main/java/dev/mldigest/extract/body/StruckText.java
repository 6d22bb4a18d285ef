package dev.mldigest.extract.body;

import dev.mldigest.extract.page.NameList;
import dev.mldigest.text.InlineStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the author struck out: by an element of HTML, a role, a style, or the name of a class. A
 * name that might also be a word about the text ("strike", "deleted", "old price") counts only
 * where nothing but a number stands.
 */
final class StruckText {
  private static final NameList NAMES = NameList.load("marks.txt");
  private static final Set<String> CERTAIN = NAMES.section("struck");
  private static final Set<String> LIKELY = NAMES.section("struck numbers");
  private static final Set<String> FORMER = NAMES.section("former");
  private static final Set<String> NOT = NAMES.section("not struck");

  /** A price, or several figures of one: no words but units and names of currencies. */
  private static final Pattern NUMBER =
      Pattern.compile("\\P{L}{0,12}\\d[\\d\\s.,'’-]{0,20}\\P{L}{0,4}");

  private static final Pattern CURRENCY = Pattern.compile("(?<!\\p{L})\\p{L}{1,3}(?!\\p{L})");

  private enum Name {
    NONE,
    LIKELY,
    CERTAIN
  }

  /** Names recur: each is read once. */
  private final Map<String, Name> read = new HashMap<>();

  boolean is(Element e) {
    return switch (e.normalName()) {
      case "del", "s", "strike" -> true;
      case "html", "body" -> false;
      default ->
          e.attributesSize() > 0
              && (e.attr("role").equalsIgnoreCase("deletion")
                  || InlineStyle.strikes(e.attr("style"))
                  || isByName(e));
    };
  }

  private boolean isByName(Element e) {
    String names = e.attr("class");
    return switch (names.isEmpty() ? Name.NONE : read.computeIfAbsent(names, StruckText::name)) {
      case NONE -> false;
      case CERTAIN -> true;
      case LIKELY -> e.childNodeSize() <= 4 && isNumber(e.text().strip());
    };
  }

  private static boolean isNumber(String text) {
    return text.length() <= 32 && NUMBER.matcher(CURRENCY.matcher(text).replaceAll("")).matches();
  }

  private static Name name(String names) {
    Name found = Name.NONE;
    List<String> name = new ArrayList<>();
    // An empty part ends each name.
    for (String part : NameList.parts(names + " ")) {
      if (!part.isEmpty()) {
        name.add(part);
        continue;
      }
      Name own = NOT.stream().anyMatch(name::contains) ? Name.NONE : of(name);
      found = own.compareTo(found) > 0 ? own : found;
      name.clear();
    }
    return found;
  }

  private static Name of(List<String> parts) {
    String joined = "-" + String.join("-", parts) + "-";
    if (holds(joined, CERTAIN)) {
      return Name.CERTAIN;
    }
    boolean price = parts.contains("price") && FORMER.stream().anyMatch(parts::contains);
    return price || holds(joined, LIKELY) ? Name.LIKELY : Name.NONE;
  }

  private static boolean holds(String joined, Set<String> words) {
    return words.stream().anyMatch(word -> joined.contains("-" + word + "-"));
  }
}
