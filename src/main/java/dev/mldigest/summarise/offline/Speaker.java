package dev.mldigest.summarise.offline;

import dev.mldigest.text.Texts;
import dev.mldigest.web.Host;
import dev.mldigest.web.Publisher;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who says "we" and "I" in a text, as far as its source and its byline tell: of a paper its
 * authors, of a house's own pages the house; of others an author or several without a name.
 *
 * @param name as it stands in a sentence
 * @param kind whether one speaks or several, and as what
 */
record Speaker(String name, Kind kind) {
  enum Kind {
    AUTHORS,
    HOUSE,
    PERSON
  }

  static final Speaker AUTHORS = new Speaker("the authors", Kind.AUTHORS);
  private static final Speaker AUTHOR = new Speaker("the author", Kind.PERSON);

  /** Behind a house's name: which of its pages a source is made of. */
  private static final Set<String> PAGES =
      Set.of(
          "blog",
          "engineering",
          "tech",
          "technology",
          "notes",
          "news",
          "newsroom",
          "updates",
          "releases",
          "changelog",
          "developers");

  /** Letters of a domain that tell its owner's name. */
  private static final int SHORTEST_NAME = 3;

  private static final Pattern I = Pattern.compile("\\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\\b");
  private static final Pattern WE =
      Pattern.compile("\\b(?:we|our|we[’'](?:re|ve|d|ll))\\b", Pattern.CASE_INSENSITIVE);

  /** Fewer may be quoted, or count in Roman figures. */
  private static final int FEWEST_I = 3;

  /** Of whom nobody else speaks: two to four names, each with a capital or an initial. */
  private static final Pattern PERSON =
      Pattern.compile("\\p{Lu}[\\p{Ll}’'-]+(?: \\p{Lu}(?:\\.|[\\p{Ll}’'-]+)){1,3}");

  static Speaker of(OfflineSummariser.Writer writer, String title, String text, boolean paper) {
    long i = I.matcher(text).results().count();
    long we = WE.matcher(text).results().count();
    if (paper) {
      return i > 0 && we == 0 ? AUTHOR : AUTHORS;
    }
    String byline = Texts.oneLine(writer.byline());
    boolean person = PERSON.matcher(byline).matches();
    if (person && (i > 0 || we == 0 || !isOwnPage(writer))) {
      return new Speaker(byline, Kind.PERSON);
    }
    if (i >= FEWEST_I && i * 2 >= we) {
      return AUTHOR;
    }
    String house = house(Texts.oneLine(writer.source()));
    return isOwnPage(writer) && (writer.news() || isNamedAs(house, title, text))
        ? new Speaker(house, Kind.HOUSE)
        : AUTHORS;
  }

  /** On blogs guests write too: "at Example Labs, we", or "Example Labs' newest" in the title. */
  private static boolean isNamedAs(String house, String title, String text) {
    String name = Pattern.quote(house);
    return Pattern.compile(name + "[’']s?\\b").matcher(title).find()
        || Pattern.compile("\\b[Aa]t " + name + ",? (?:we|our)\\b|\\b[Ww]e at " + name + "\\b")
            .matcher(text)
            .find();
  }

  /** Its own domain, not one where anybody may write. */
  private static boolean isOwnPage(OfflineSummariser.Writer writer) {
    String site = Host.of(writer.url()).site();
    String domain = Texts.letters(site.substring(0, Math.max(0, site.indexOf('.'))));
    String name = Texts.letters(writer.source());
    return Publisher.of(writer.url()).equals(site)
        && domain.length() >= SHORTEST_NAME
        && name.length() >= SHORTEST_NAME
        && (name.startsWith(domain) || domain.startsWith(name));
  }

  private static String house(String source) {
    List<String> words = Arrays.asList(source.split(" "));
    int end = words.size();
    while (end > 1 && PAGES.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
      end--;
    }
    return String.join(" ", words.subList(0, end));
  }

  boolean isOne() {
    return kind != Kind.AUTHORS;
  }

  /** As it stands where it is named again. */
  String again(String first) {
    boolean it = kind == Kind.HOUSE;
    return switch (first) {
      case "we", "i" -> it ? "it" : "they";
      case "our", "my" -> it ? "its" : "their";
      case "us", "me" -> it ? "it" : "them";
      default -> it ? "itself" : "themselves";
    };
  }

  /** Whose something is: "the authors'", "Example Labs'", "Ada's". */
  String possessive() {
    return name + (name.endsWith("s") ? "’" : "’s");
  }

  /** What it says in its own words. */
  String saying(String sentence) {
    return LeadIn.capital(name) + (isOne() ? " writes: “" : " write: “") + sentence + "”";
  }
}
