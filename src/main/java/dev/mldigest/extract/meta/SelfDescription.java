package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.web.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The elements in which a page speaks of itself, found in one pass over it, and what its meta
 * elements and its JSON-LD say. What that comes to is left to {@link Metadata}.
 */
final class SelfDescription {
  private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");

  /** Keys that are read; ordinary pages have some dozens. */
  private static final int MOST_KEYS = 500;

  /** Elements of one sort that are looked at: those of the article are among the first. */
  private static final int MOST_PLACES = 300;

  private static final NameList NAMES = NameList.load("bylines.txt");
  private static final Set<String> AUTHOR = NAMES.section("author");
  private static final Set<String> OF_A_NAME = NAMES.section("author ends");
  private static final Set<String> DATE = NAMES.section("date");
  private static final Set<String> OF_A_DATE = NAMES.section("date ends");

  private static final Set<String> FOLDERS = NAMES.section("profiles");

  /** The page of a person. */
  private static final Pattern PROFILE =
      Pattern.compile(
          "/(?:" + String.join("|", FOLDERS) + ")/[^/?#]+/?(?:[?#].*)?$", Pattern.CASE_INSENSITIVE);

  /** By the last bits of a first letter how long the folders with it are, a bit each. */
  private static final long[] LENGTHS = new long[0x20];

  static {
    FOLDERS.forEach(folder -> LENGTHS[folder.charAt(0) & 0x1f] |= 1L << folder.length());
  }

  /** Elements of one name: more authors than a byline can hold. */
  private static final int MOST_NAMES = 20;

  final List<Element> metas = new ArrayList<>();
  final List<Element> links = new ArrayList<>();
  final List<Element> pictures = new ArrayList<>();

  /** Where the elements stand that are said to hold a time or a date. */
  final List<Integer> times = new ArrayList<>();

  /** Where the elements stand that are said to name an author. */
  final List<Integer> authors = new ArrayList<>();

  /** Where the links stand that lead to the pages of the site's people. */
  final List<Integer> profiles = new ArrayList<>();

  final Outline page;
  private final ByClass byAuthor;
  private final ByClass byDate;
  final JsonLd jsonLd;
  @Nullable Element headline;
  @Nullable Element title;
  private final List<Element> scripts = new ArrayList<>();
  private @Nullable Masthead masthead;
  private final Map<String, List<String>> meta = new HashMap<>();

  private SelfDescription(Outline page) {
    this.page = page;
    this.byAuthor =
        ByClass.whether(
            page, ClassWords.CREDITS, own -> isNamed(page.parts(own), AUTHOR, OF_A_NAME));
    this.byDate =
        ByClass.whether(page, ClassWords.CREDITS, own -> isNamed(page.parts(own), DATE, OF_A_DATE));
    for (int i = 0; i < page.size(); i++) {
      see(i, page.element[i]);
    }
    metas.forEach(this::read);
    this.jsonLd = JsonLd.of(scripts, this::addresses);
  }

  static SelfDescription of(Outline page) {
    return new SelfDescription(page);
  }

  /** Under which the page is known. */
  private Set<String> addresses() {
    Element canonical = canonical();
    return Stream.of(
            page.element[0].baseUri(),
            canonical == null ? "" : PageAddress.absolute(canonical),
            meta("og:url"))
        .filter(url -> !url.isEmpty())
        .map(JsonLd::withoutEnd)
        .collect(Collectors.toSet());
  }

  private void see(int i, Element e) {
    String tag = page.tag(i);
    if (tag.equals("a") && isProfile(page.href(i))) {
      add(profiles, i);
    }
    if (page.hasAttributes(i) && !tag.equals("meta")) {
      if (byAuthor.is(i) || (page.says(i, Attr.REL | Attr.ITEMPROP) && isAuthor(e))) {
        add(authors, i);
      }
      if (byDate.is(i) && !tag.equals("time")) {
        add(times, i);
      }
    }
    switch (tag) {
      case "meta" -> metas.add(e);
      case "script" -> scripts.add(e);
      case "link" -> links.add(e);
      case "time" -> add(times, i);
      case "img" -> pictures.add(e);
      case "title" -> title = title == null ? e : title;
      case "h1" -> headline = headline == null ? e : headline;
      default -> {}
    }
  }

  private void read(Element e) {
    String content = content(e);
    List<String> own = new ArrayList<>(2);
    for (String by : content.isEmpty() ? List.<String>of() : KEYS) {
      boolean has = e.attributes().hasKey(by);
      String key = has ? Attr.value(e, by).strip().toLowerCase(Locale.ROOT) : "";
      if (has && !own.contains(key) && (meta.size() < MOST_KEYS || meta.containsKey(key))) {
        own.add(key);
        meta.computeIfAbsent(key, any -> new ArrayList<>(1)).add(content);
      }
    }
  }

  /** Of programs that escape twice too. */
  private static String content(Element e) {
    String content = Folding.blanks(Attr.value(e, "content"));
    return content.indexOf('&') < 0 ? content : Parser.unescapeEntities(content, true);
  }

  /** What a meta element says first, or an empty string. */
  String meta(String key) {
    List<String> said = meta.get(key);
    return said == null ? "" : said.getFirst();
  }

  boolean has(String key) {
    return meta.containsKey(key);
  }

  /** The first that says anything, or an empty string. */
  static String first(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  @Nullable Element canonical() {
    for (Element link : links) {
      if (is(link, "rel", "canonical") && link.hasAttr("href")) {
        return link;
      }
    }
    return null;
  }

  private static boolean isAuthor(Element e) {
    return is(e, "rel", "author") || is(e, "itemprop", "author");
  }

  /** Of the same site: elsewhere lie the profiles of anybody. */
  private boolean isProfile(String href) {
    return namesFolder(href)
        && PROFILE.matcher(href).find()
        && (isRelative(href) || Host.of(href).equals(Host.of(page.element[0].baseUri())));
  }

  /** Whether one of its folders may be such a one: hardly any link's is. */
  private static boolean namesFolder(String href) {
    int from = href.indexOf('/');
    for (int to = href.indexOf('/', from + 1); from >= 0 && to > 0; ) {
      int length = to - from - 1;
      if (length < Long.SIZE
          && (LENGTHS[href.charAt(from + 1) & 0x1f] >> length & 1) != 0
          && FOLDERS.contains(href.substring(from + 1, to).toLowerCase(Locale.ROOT))) {
        return true;
      }
      from = to;
      to = href.indexOf('/', from + 1);
    }
    return false;
  }

  private static void add(List<Integer> places, int i) {
    if (places.size() < MOST_PLACES) {
      places.add(i);
    }
  }

  private static boolean isRelative(String href) {
    return href.indexOf(':') < 0 && !href.startsWith("//");
  }

  /**
   * Whether one of the names of a class has one of the words and ends as it should: "post-author"
   * and "byline__name" name an author, "author-bio" tells of one.
   */
  private static boolean isNamed(List<String> parts, Set<String> words, Set<String> ends) {
    boolean named = false;
    String last = "";
    for (String part : parts) {
      if (part.isEmpty()) {
        if (named && ends.contains(last)) {
          return true;
        }
        named = false;
      }
      named |= words.contains(part);
      last = part;
    }
    return named && ends.contains(last);
  }

  /** Whether an element stands within another. */
  boolean isWithin(int inner, int outer) {
    return inner > outer && inner < page.end[outer];
  }

  /** All that meta elements of a name say, in the page's order. */
  List<String> all(String key) {
    return meta.getOrDefault(key, List.of()).stream().limit(MOST_NAMES).toList();
  }

  /** Where the page speaks of its article; sought when it is first asked for. */
  Masthead masthead() {
    if (masthead == null) {
      String named = first(meta("og:title"), jsonLd.text("headline"));
      masthead = Masthead.of(page, named.isEmpty() && title != null ? title.text() : named);
    }
    return masthead;
  }

  static boolean is(Element e, String attribute, String value) {
    String found = e.attr(attribute);
    return found.length() >= value.length() && found.strip().equalsIgnoreCase(value);
  }
}
