package dev.mldigest.select.story;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Host;
import dev.mldigest.web.Publisher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a story are to one another: which is nearest to its origin, and how many
 * publishers reported it on their own. A link somebody posted and a copy of another's text are part
 * of the story and no report.
 */
public final class Reports {
  private static final int POST = 1;
  private static final int NEWS = 4;

  private Reports() {}

  /**
   * Nearest to the origin first: what can be read, the paper, no copy, where the others lead; then
   * by what it is, weight, length, and the earlier one.
   */
  static List<Candidate> inOrder(List<Candidate> members) {
    Origins origins = new Origins(members);
    List<Candidate> ordered = new ArrayList<>(members);
    ordered.sort(
        Comparator.comparing((Candidate candidate) -> !hasText(candidate))
            .thenComparing(candidate -> CanonicalUrl.arxivId(candidate.entry().link()) == null)
            .thenComparing(candidate -> isElsewhere(candidate))
            .thenComparing(candidate -> origins.isCopy(candidate))
            .thenComparingInt(candidate -> distance(candidate, origins))
            .thenComparing(candidate -> !origins.isOrigin(candidate))
            .thenComparingDouble(candidate -> -candidate.source().weight())
            .thenComparingInt(candidate -> -(candidate.text().length() / 400))
            .thenComparing(candidate -> candidate.entry().date())
            .thenComparing(Candidate::id));
    return ordered;
  }

  /** A newsroom that the others lead to is as near as an author's own post. */
  private static int distance(Candidate candidate, Origins origins) {
    int distance = distance(candidate);
    boolean news = distance == NEWS;
    return news && origins.isOrigin(candidate) ? POST : distance;
  }

  /** 0 the paper, 1 a post, 2 the code, 3 a talk, 4 news, 5 where people post links. */
  static int distance(Candidate candidate) {
    String link = candidate.entry().link();
    if (CanonicalUrl.arxivId(link) != null) {
      return 0;
    }
    return switch (candidate.source().kind()) {
      case ARXIV, PAPERS, HUGGING_FACE -> 0;
      case BLOG, RELEASES, SITEMAP, LISTING, ARCHIVE -> isCode(link) ? 2 : POST;
      case GITHUB -> 2;
      case VIDEO, YOUTUBE, PODCAST -> 3;
      case NEWS, NEWS_API, NEWSLETTER -> NEWS;
      case HACKER_NEWS, REDDIT -> 5;
    };
  }

  /** True if there is something to read of it. */
  public static boolean hasText(Candidate candidate) {
    return candidate.article() != null && !candidate.text().isBlank();
  }

  /** True for a report whose page names another page as its own: a copy. */
  private static boolean isElsewhere(Candidate candidate) {
    Article article = candidate.article();
    String canonical = article == null ? null : article.about().canonical();
    return article != null
        && canonical != null
        && !CanonicalUrl.of(canonical)
            .map(CanonicalUrl::key)
            .equals(CanonicalUrl.of(article.url()).map(CanonicalUrl::key));
  }

  private static boolean isCode(@Nullable String link) {
    String host = Host.of(link).bare().name();
    return host.equals("github.com") || host.equals("gitlab.com");
  }

  /** How many publishers reported the story independently of one another; at least 1. */
  public static int independent(Story story) {
    return 1 + others(story).size();
  }

  /**
   * The names of the publishers that reported the story on their own besides the one it is led by,
   * in the order of the alphabet: the titles of their sources, and where two of them came by one
   * source, with their own names.
   */
  public static List<String> others(Story story) {
    Map<String, String> sources = new LinkedHashMap<>();
    List<Shingles> texts = new ArrayList<>();
    for (Candidate member : story.members()) {
      Shingles text = Shingles.of(member.text());
      boolean copy = texts.stream().anyMatch(text::copies);
      texts.add(text);
      if (!copy && !postsLinks(member.source().kind())) {
        sources.putIfAbsent(publisher(member), member.source().title());
      }
    }
    sources.remove(publisher(story.primary()));
    Set<String> taken = new HashSet<>(Set.of(story.primary().source().title()));
    return sources.entrySet().stream()
        .map(one ->
            taken.add(one.getValue()) ? one.getValue() : one.getValue() + " (" + one.getKey() + ")")
        .sorted()
        .toList();
  }

  private static boolean postsLinks(SourceKind kind) {
    return kind == SourceKind.HACKER_NEWS || kind == SourceKind.REDDIT;
  }

  /** The source where its page tells of none. */
  static String publisher(Candidate candidate) {
    String publisher = Publisher.of(candidate.entry().link());
    return publisher.isEmpty() ? candidate.source().id() : publisher;
  }
}
