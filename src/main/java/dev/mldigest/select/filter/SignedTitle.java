package dev.mldigest.select.filter;

import dev.mldigest.domain.article.Article;
import dev.mldigest.text.Phrase;
import dev.mldigest.web.Host;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A title with its writer's or its site's name behind it, as lists of pages have it: "Ten owls - by
 * Ada Barn", "Ten owls | Owlworks". It is taken for one only where the page itself has the title
 * without the name, and states that name as its author or its site: the digest says both beside the
 * title.
 */
final class SignedTitle {
  private static final Pattern SIGNED =
      Pattern.compile("\\s*(?:[|–—·•:»-]\\s*(?:by\\s+)?|\\s[Bb]y\\s+)(\\S.*)");

  private SignedTitle() {}

  /** The title without the name, if it has one. */
  static Optional<String> bare(String title, Article article) {
    String own = article.title().strip();
    if (own.isEmpty() || title.length() <= own.length() || !title.startsWith(own)) {
      return Optional.empty();
    }
    Matcher behind = SIGNED.matcher(title.substring(own.length()));
    return behind.matches() && names(article).anyMatch(name -> isSame(name, behind.group(1)))
        ? Optional.of(own)
        : Optional.empty();
  }

  private static Stream<String> names(Article article) {
    Host host = Host.of(article.url());
    Stream<@Nullable String> names =
        Stream.of(
            article.about().siteName(), article.about().byline(), host.bare().name(), host.site());
    return names.flatMap(Stream::ofNullable);
  }

  private static boolean isSame(String name, String said) {
    String letters = letters(name);
    return !letters.isEmpty() && letters.equals(letters(said));
  }

  private static String letters(String name) {
    return Phrase.fold(name).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
