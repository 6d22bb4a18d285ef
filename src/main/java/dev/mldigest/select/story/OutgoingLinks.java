package dev.mldigest.select.story;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Publisher;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an article leads: the pages of other publishers that it links to, code and pictures aside.
 *
 * @param pages keys of these pages, as {@link CanonicalUrl#key} has them
 * @param publishers of these pages
 * @param share of the article's lines that hold such a link
 */
record OutgoingLinks(Set<String> pages, Set<String> publishers, double share) {
  private static final OutgoingLinks NONE = new OutgoingLinks(Set.of(), Set.of(), 0);

  /** Bounds the work on one page; a daily round-up of 20,000 words has 250,000. */
  private static final int MOST_CHARS = 600_000;

  private static final int MOST_LINKS = 2_000;

  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]{0,500}\\]\\([^)]{0,2000}\\)");
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"'()\\[\\]]{4,500}", Pattern.CASE_INSENSITIVE);

  static OutgoingLinks of(Candidate candidate) {
    Article article = candidate.article();
    if (article == null) {
      return NONE;
    }
    String markdown = article.markdown();
    String read = markdown.substring(0, Math.min(markdown.length(), MOST_CHARS));
    String own = Publisher.of(article.url());
    Set<String> pages = new LinkedHashSet<>();
    Set<String> publishers = new LinkedHashSet<>();
    boolean code = false;
    int lines = 0;
    int leading = 0;
    for (String line : (Iterable<String>) read.lines()::iterator) {
      boolean fence = line.startsWith("```");
      code ^= fence;
      if (!fence && !code && !line.isBlank()) {
        lines++;
        leading += add(PICTURE.matcher(line).replaceAll(" "), own, pages, publishers) ? 1 : 0;
      }
    }
    return new OutgoingLinks(pages, publishers, lines == 0 ? 0 : (double) leading / lines);
  }

  /** True if the line led to anyone else. */
  private static boolean add(String line, String own, Set<String> pages, Set<String> publishers) {
    boolean leads = false;
    Matcher links = LINK.matcher(line);
    while (pages.size() < MOST_LINKS && links.find()) {
      String link = links.group().replaceAll("[.,;:!?*]+$", "");
      String publisher = Publisher.of(link);
      if (!publisher.isEmpty() && !publisher.equals(own)) {
        CanonicalUrl.of(link).map(CanonicalUrl::key).ifPresent(pages::add);
        publishers.add(publisher);
        leads = true;
      }
    }
    return leads;
  }
}
