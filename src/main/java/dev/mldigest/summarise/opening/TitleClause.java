package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.summarise.offline.Announced;
import dev.mldigest.summarise.offline.House;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A title that says who did what: as it stands, or, where a house announces on its own page what it
 * does ("Introducing X"), with the house's name before it. Whole but for what stands behind a
 * break, or nothing.
 */
final class TitleClause {
  private static final Set<String> HAPPENS = Retold.words("happens");
  private static final Set<String> ACTS = Retold.words("acts");

  /** Behind these it is a question or half a sentence. */
  private static final Set<String> HALVES =
      Set.of(
          "how", "why", "what", "when", "where", "which", "who", "is", "are", "can", "does", "do");

  private static final Pattern BREAK = Pattern.compile(":\\s|\\s[–—|]\\s|,\\s");

  /** In words: a name, its verb and what it does. */
  private static final int FEWEST = 4;

  private TitleClause() {}

  /**
   * @param most characters
   */
  static Optional<String> of(Issue.Item item, int most) {
    String title = Texts.oneLine(item.title()).replaceFirst("[.!]$", "");
    if (!TitleLine.isQuotable(item) || title.contains("…") || title.endsWith("?")) {
      return Optional.empty();
    }
    return announced(item, title)
        .or(() -> Optional.of(title).filter(TitleClause::isClause))
        .filter(line -> TextLength.columns(line) <= most && !Retold.isHype(line));
  }

  /** "Introducing X: the next …" of a house's own page: "Example Labs introduces X". */
  private static Optional<String> announced(Issue.Item item, String title) {
    if (!House.owns(item.source(), item.url())) {
      return Optional.empty();
    }
    String upToBreak =
        BREAK
            .split(title.replaceFirst("^(\\p{L}+ing):", "$1"), 2)[0]
            .replaceFirst(" and \\p{Ll}+ing .*", "")
            .strip();
    // "Introducing Y in X" of X itself.
    String house = House.name(item.source());
    String what = upToBreak.replaceFirst(" (?:in|for|on|with) " + Pattern.quote(house) + "$", "");
    return Announced.of(what, house);
  }

  /** A name first, a verb of news behind it, and no question. */
  private static boolean isClause(String title) {
    List<String> words = Words.of(title.toLowerCase(Locale.ROOT));
    if (words.size() < FEWEST || HALVES.contains(words.getFirst()) || title.contains(": ")) {
      return false;
    }
    int verb = -1;
    for (int i = 1; i < words.size() - 1 && verb < 0; i++) {
      verb = HAPPENS.contains(words.get(i)) || ACTS.contains(words.get(i)) ? i : -1;
    }
    return verb > 0
        && Character.isUpperCase(title.codePointAt(0))
        && !Objects.equals(words.get(verb - 1), "to")
        && !Retold.words("commands").contains(words.getFirst())
        && !Retold.isFirstPerson(title)
        && !words.getLast().equals("with");
  }
}
