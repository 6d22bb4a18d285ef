package dev.mldigest.summarise.offline;

import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.Locale;
import java.util.Optional;
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
    TEXT,
    HOUSE,
    PERSON
  }

  static final Speaker AUTHORS = new Speaker("the authors", Kind.AUTHORS);
  static final Speaker PAPER = new Speaker("the paper", Kind.TEXT);

  /** Of a house's page that may be a guest's: whose team, the text does not say. */
  static final Speaker TEAM = new Speaker("the team", Kind.HOUSE);

  private static final Speaker AUTHOR = new Speaker("the author", Kind.PERSON);

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
    boolean own = House.owns(writer.source(), writer.url());
    String byline = Texts.oneLine(writer.byline());
    boolean person = PERSON.matcher(byline).matches();
    if (person && (i > 0 || we == 0 || !own)) {
      return new Speaker(byline, Kind.PERSON);
    }
    if (i >= FEWEST_I && i * 2 >= we) {
      return owner(writer.source()).map(name -> new Speaker(name, Kind.PERSON)).orElse(AUTHOR);
    }
    String house = House.name(writer.source());
    if (own && (writer.news() || isNamedAs(house, title, text))) {
      return new Speaker(house, Kind.HOUSE);
    }
    return own ? TEAM : AUTHORS;
  }

  /** Whose a page is that is called by a person's name: "Ada Example", "Ada Example's Notes". */
  private static Optional<String> owner(String source) {
    String name = Texts.oneLine(source).replaceFirst("['’]s? .*$", "");
    return PERSON.matcher(name).matches()
            && Words.of(name.toLowerCase(Locale.ROOT)).stream().noneMatch(House.PAGES::contains)
        ? Optional.of(name)
        : Optional.empty();
  }

  /**
   * On blogs guests write too: "at Example Labs, we", or in the title "Example Labs' newest" or
   * "Example Labs 3", not "how we use Example Labs".
   */
  private static boolean isNamedAs(String house, String title, String text) {
    String name = Pattern.quote(house);
    return Pattern.compile(name + "[’']s?\\b").matcher(title).find()
        || Pattern.compile("^(?:\\p{L}+ing:? )?" + name + "(?:\\b|$)|\\bin " + name + "\\b")
            .matcher(title)
            .find()
        || Pattern.compile("\\b[Aa]t " + name + ",? (?:we|our)\\b|\\b[Ww]e at " + name + "\\b")
            .matcher(text)
            .find();
  }

  /** True if it has a name, which is spelt alike wherever it stands. */
  boolean isNamed() {
    return !name.startsWith("the ");
  }

  boolean isOne() {
    return kind != Kind.AUTHORS;
  }

  /** As it stands where it is named again. */
  String again(String first) {
    boolean it = kind == Kind.HOUSE || kind == Kind.TEXT;
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

  /** Several of whom "they" may be said: a team's members, not the team. */
  Speaker asSeveral() {
    return new Speaker(name, Kind.AUTHORS);
  }

  /** As it is called where its whole name was read before. */
  Speaker byLastName() {
    return kind == Kind.PERSON && isNamed()
        ? new Speaker(name.substring(name.lastIndexOf(' ') + 1), kind)
        : this;
  }

  /** What it says in its own words. */
  String saying(String sentence) {
    return (isNamed() ? name : LeadIn.capital(name))
        + (isOne() ? " writes: “" : " write: “")
        + sentence
        + "”";
  }
}
