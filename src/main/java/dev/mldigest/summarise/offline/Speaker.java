package dev.mldigest.summarise.offline;

import dev.mldigest.text.Texts;
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
      return AUTHOR;
    }
    String house = House.name(writer.source());
    return own && (writer.news() || isNamedAs(house, title, text))
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
