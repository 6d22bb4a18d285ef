package dev.mldigest.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one key of a work that sites show under several addresses, where the address alone makes it
 * certain: a DOI at its resolver and in a publisher's path, a paper of OpenReview or the ACL
 * Anthology, a repository of GitHub. Everything else is left to {@link CanonicalUrl}.
 */
final class WorkKey {
  private static final Set<String> RESOLVERS = Set.of("doi.org", "dx.doi.org");
  private static final Pattern RESOLVED = Pattern.compile("/(10\\.\\d{4,9}/\\S{1,200})");

  /** A publisher's page whose whole path is the DOI: figures and supplements say so before it. */
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "/(?:doi(?:/(?:abs|full|pdf|epdf|pdfdirect|fullhtml|abstract))?|article|chapter"
              + "|content/pdf)/(10\\.\\d{4,9}/[^/]{1,200}?)(?:\\.pdf)?/?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANTHOLOGY =
      Pattern.compile("/([A-Z]?\\d{2,4}[.-][A-Za-z0-9.-]{1,40}?)(?:v\\d{1,2})?(?:\\.pdf)?/?");
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "/([\\w.-]{1,100})/([\\w.-]{1,100}?)(?:\\.git)?"
              + "(?:/(?:tree/(?:main|master)|blob/(?:main|master)/readme\\.md))?/?",
          Pattern.CASE_INSENSITIVE);

  /** First parts of GitHub paths that name no owner. */
  private static final Set<String> NO_OWNERS =
      Set.of(
          "about",
          "apps",
          "blog",
          "collections",
          "features",
          "marketplace",
          "orgs",
          "search",
          "sponsors",
          "topics",
          "trending",
          "users");

  private WorkKey() {}

  /**
   * @param host in small letters, without {@code www.}
   * @param query with its question mark, or empty
   */
  static @Nullable String of(String host, String path, String query) {
    Matcher doi = (RESOLVERS.contains(host) ? RESOLVED : PUBLISHED).matcher(path);
    if (doi.matches() && (query.isEmpty() || RESOLVERS.contains(host))) {
      return "doi:" + doi.group(1).toLowerCase(Locale.ROOT);
    }
    return switch (host) {
      case "openreview.net" -> openReview(path, query);
      case "aclanthology.org" -> anthology(path);
      case "github.com" -> repository(path, query);
      default -> null;
    };
  }

  private static @Nullable String openReview(String path, String query) {
    if (!Set.of("/forum", "/pdf").contains(path) || query.isEmpty()) {
      return null;
    }
    return List.of(query.substring(1).split("&", -1)).stream()
        .filter(parameter -> parameter.startsWith("id=") && parameter.length() > 3)
        .findFirst()
        .map(id -> "openreview.net/forum?" + id)
        .orElse(null);
  }

  private static @Nullable String anthology(String path) {
    Matcher paper = ANTHOLOGY.matcher(path);
    return paper.matches() ? "aclanthology.org/" + paper.group(1) : null;
  }

  private static @Nullable String repository(String path, String query) {
    Matcher repository = REPOSITORY.matcher(path);
    return repository.matches()
            && query.isEmpty()
            && !NO_OWNERS.contains(repository.group(1).toLowerCase(Locale.ROOT))
        ? "github.com/" + (repository.group(1) + "/" + repository.group(2)).toLowerCase(Locale.ROOT)
        : null;
  }
}
