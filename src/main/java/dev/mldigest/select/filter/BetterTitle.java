package dev.mldigest.select.filter;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.Phrase;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names an entry whose title says nothing ("Weekly update", "#42") by words of its own text: what
 * its page calls itself, else its first heading, else its first sentence that is no longer than a
 * title. Where there is none the title stays, but for a name that its page signs it with.
 */
public final class BetterTitle {
  /** Characters: titles of news and papers are rarely longer, and none is cut. */
  private static final int MOST = 110;

  /** Fewer words are as empty as what they would replace. */
  private static final int LEAST_WORDS = 3;

  private static final List<Pattern> EMPTY =
      WordList.read("/select/empty-titles.txt").lines().stream().map(Pattern::compile).toList();

  private BetterTitle() {}

  /** The candidate under a title that says something, as far as its text has one. */
  public static Candidate of(Candidate candidate) {
    Article article = candidate.article();
    SourceKind kind = candidate.source().kind();
    // A version names a release, and its headings are the same in all of them.
    boolean named = kind.isPaper() || kind == SourceKind.RELEASES || kind == SourceKind.GITHUB;
    if (article == null || named) {
      return candidate;
    }
    Optional<String> better =
        saysNothing(candidate.title())
            ? names(article).findFirst()
            : SignedTitle.bare(candidate.title(), article);
    return better
        .map(name -> new Candidate(candidate.entry().titled(name), candidate.source(), article))
        .orElse(candidate);
  }

  static boolean saysNothing(String title) {
    String folded = Phrase.fold(title).strip();
    return EMPTY.stream().anyMatch(pattern -> pattern.matcher(folded).matches());
  }

  private static Stream<String> names(Article article) {
    Stream<String> headings =
        article
            .markdown()
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+\\s*", ""));
    return Stream.of(
            Optional.of(article.title()).stream(),
            headings,
            Sentences.of(article.text()).stream().map(BetterTitle::withoutStop))
        .flatMap(names -> names)
        .map(String::strip)
        .filter(BetterTitle::isName);
  }

  private static boolean isName(String name) {
    return name.length() <= MOST && Words.count(name) >= LEAST_WORDS && !saysNothing(name);
  }

  private static String withoutStop(String sentence) {
    String whole = sentence.strip();
    return whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole;
  }
}
