package dev.mldigest.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address two links to the same page have in common. {@link #of} promises a URL that still
 * works: it takes out only what no server needs (tracking parameters, fragments, default ports) and
 * leads all pages of one arXiv paper to its abstract, and all of a YouTube video to where it is
 * watched. {@link #key} unifies more (scheme, {@code www.}, {@code m.}, trailing slash) and is for
 * comparing only.
 */
public final class CanonicalUrl {
  /** Longer links are cut off by most servers (RFC 9110 section 4.1 recommends 8000 octets). */
  private static final int LONGEST = 8_000;

  private static final Pattern INDEX =
      Pattern.compile("/(?:index|default)\\.(?:html?|php|aspx?)$", Pattern.CASE_INSENSITIVE);

  private CanonicalUrl() {}

  /** The canonical form of a link, or empty if it is no http or https URL with a host. */
  public static Optional<String> of(@Nullable String link) {
    if (link == null || link.length() > LONGEST) {
      return Optional.empty();
    }
    Address parts = Address.parse(link.strip());
    if (parts == null) {
      return Optional.empty();
    }
    Address page = parts.unwrapAmpCache();
    String paper = ArxivId.of(page);
    if (paper != null) {
      return Optional.of("https://arxiv.org/abs/" + paper);
    }
    String video = VideoId.of(page);
    if (video != null) {
      return Optional.of("https://www.youtube.com/watch?v=" + video);
    }
    return Optional.of(page.withoutAmp().withoutTracking().toString());
  }

  /**
   * The fragment of a link with its hash, where it names a place on the page: no route, which is
   * part of the address, no text directive and nothing that tracks. Empty if there is none.
   */
  public static String place(@Nullable String link) {
    int hash = link == null ? -1 : link.indexOf('#');
    String fragment = hash < 0 || link == null ? "" : link.substring(hash).strip();
    boolean names =
        fragment.length() > 1
            && fragment.length() <= 200
            && !Address.isRoute(fragment)
            && !fragment.contains(":~:")
            && fragment.chars().noneMatch(c -> c == '=' || c <= ' ');
    return names ? Address.escape(fragment) : "";
  }

  /**
   * What two canonical URLs of one page share: no scheme, no {@code www.}, {@code m.} or {@code
   * amp.}, no trailing slash, no {@code index.html}; the DOI of a publisher's page; one address for
   * a paper of OpenReview or the ACL Anthology and for a repository.
   */
  public static String key(String canonical) {
    Address parts = Address.parse(canonical.strip());
    if (parts == null) {
      return canonical;
    }
    String known = WorkKey.of(parts.bareHost(), parts.path(), parts.query());
    if (known != null && parts.port().isEmpty()) {
      return known;
    }
    String page = INDEX.matcher(parts.path()).replaceFirst("/");
    String path = page.endsWith("/") ? Address.chop(page) : page;
    return parts.bareHost() + parts.port() + path + parts.query() + parts.fragment();
  }

  /** The identifier without version of the arXiv paper a link leads to, or null. */
  public static @Nullable String arxivId(@Nullable String link) {
    String prefix = "https://arxiv.org/abs/";
    return of(link)
        .filter(url -> url.startsWith(prefix))
        .map(url -> url.substring(prefix.length()))
        .filter(ArxivId::isId)
        .orElse(null);
  }
}
