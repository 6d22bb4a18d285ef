package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Introducing X" of a house's own page is what the house does: "Example Labs introduces X". */
public final class Announced {
  /** Verbs by which a house announces, with the form that one does. */
  private static final Map<String, List<String>> FORMS =
      WordList.read("/summarise/announcing.txt").named();

  /** The announcing word, and what is announced. */
  private static final Pattern ANNOUNCING = Pattern.compile("^(\\p{L}+ing):? (.+)$");

  private Announced() {}

  /**
   * @param text a title, or a sentence
   * @param house who announces
   */
  public static Optional<String> of(String text, String house) {
    Matcher announcing = ANNOUNCING.matcher(text);
    if (!announcing.matches()) {
      return Optional.empty();
    }
    List<String> form = FORMS.get(announcing.group(1).toLowerCase(Locale.ROOT));
    return form == null
        ? Optional.empty()
        : Optional.of(house + " " + form.getFirst() + " " + announcing.group(2));
  }
}
