package dev.mldigest.summarise.opening;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.offline.Trims;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import dev.mldigest.web.Host;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an item says in one sentence of the introduction: the first of its summary that stands alone
 * there, in the third person, with the sentence as its ground.
 */
final class IntroSentence {
  /** Two lines of a page; a longer sentence is shortened where it may be, else left whole. */
  private static final int GOOD = 200;

  /** Some fifty words. */
  private static final int LONGEST = 320;

  private static final Set<String> POINTING = Retold.words("pointing");
  private static final Set<String> BACK = Retold.words("back");

  /** Letters of a domain that tell its owner's name. */
  private static final int SHORTEST_NAME = 3;

  private static final Set<String> VERBS = Retold.tellingVerbs();

  private static final Pattern WE =
      Pattern.compile("^We (also |now |then |further )?(\\p{L}[\\p{L}-]*)\\b");

  private IntroSentence() {}

  static Optional<Opening.Sentence> of(Issue.Item item) {
    List<SummarySentence> sentences = item.summary().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i).text().strip();
      Optional<String> told =
          Retold.isUsable(sentence) ? told(item, Retold.bare(sentence)) : Optional.empty();
      if (told.isPresent()) {
        Opening.Ground ground = new Opening.Ground(item.id(), i + 1);
        return Optional.of(new Opening.Sentence(told.get(), List.of(ground)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> told(Issue.Item item, String bare) {
    return Stream.of(Retold.clause(bare), bare)
        .distinct()
        .flatMap(text -> Stream.of(shortened(text), text))
        .map(text -> Retold.isFirstPerson(text) ? thirdPerson(item, text) : text)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST && standsAlone(text))
        .findFirst();
  }

  private static String shortened(String text) {
    return Trims.of(text).stream()
        .map(Trims.Form::text)
        .filter(form -> form.length() <= GOOD)
        .max(Comparator.comparingInt(String::length))
        .orElse(text);
  }

  /** Of a paper its authors speak, of a house's own pages the house; of others nobody knows who. */
  private static String thirdPerson(Issue.Item item, String text) {
    boolean paper =
        Stream.of(SourceKind.values())
            .anyMatch(kind -> kind.isPaper() && kind.word().equals(item.kind()));
    if (paper) {
      return Retold.ofAuthors(text);
    }
    Matcher we = WE.matcher(text);
    if (!isOwnPage(item) || !we.find() || !VERBS.contains(we.group(2))) {
      return "";
    }
    String also = we.group(1) == null ? "" : we.group(1);
    return Texts.oneLine(item.source())
        + " "
        + also
        + Retold.ofOne(we.group(2))
        + text.substring(we.end()).replaceAll("\\b[Oo]ur\\b", "its");
  }

  private static boolean isOwnPage(Issue.Item item) {
    String site = Host.of(item.url()).site();
    String domain = Texts.letters(site.substring(0, Math.max(0, site.indexOf('.'))));
    String name = Texts.letters(item.source());
    return domain.length() >= SHORTEST_NAME
        && name.length() >= SHORTEST_NAME
        && (name.startsWith(domain) || domain.startsWith(name));
  }

  private static boolean standsAlone(String text) {
    List<String> words = Words.of(text.toLowerCase(Locale.ROOT));
    return !words.isEmpty()
        && !Retold.isFirstPerson(text)
        && !BACK.contains(words.getFirst())
        && words.stream().noneMatch(POINTING::contains);
  }
}
