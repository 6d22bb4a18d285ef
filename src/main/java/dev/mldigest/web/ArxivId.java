package dev.mldigest.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of an arXiv paper, without its version, in any address that shows it. */
final class ArxivId {
  private static final Pattern MODERN_ID = Pattern.compile("\\d{4}\\.\\d{4,5}");
  private static final Pattern OLD_ID = Pattern.compile("[a-z][a-z.-]{1,20}/\\d{7}");
  private static final Pattern PATH =
      Pattern.compile(
          "/(?:abs|pdf|html|overview|papers|paper|arxiv|format|src|e-print|ps|audio|resources)/"
              + "((?:\\d{4}\\.\\d{4,5})|(?:[a-zA-Z][a-zA-Z.-]{1,20}/\\d{7}))(?:v\\d{1,3})?"
              + "(?:\\.pdf|\\.html|\\.md)?/?");
  private static final Set<String> HOSTS =
      Set.of(
          "arxiv.org",
          "export.arxiv.org",
          "browse.arxiv.org",
          "beta.arxiv.org",
          "arxiv.com",
          "ar5iv.org",
          "ar5iv.labs.arxiv.org",
          "alphaxiv.org",
          "huggingface.co",
          "hf.co",
          "scirate.com");
  private static final Pattern DOI =
      Pattern.compile("/10\\.48550/arxiv\\.(\\S{6,32})", Pattern.CASE_INSENSITIVE);

  private ArxivId() {}

  /** Null where a page shows no paper of arXiv. */
  static @Nullable String of(Address page) {
    String bare = page.bareHost();
    if (bare.equals("doi.org") || bare.equals("dx.doi.org")) {
      Matcher doi = DOI.matcher(page.path());
      String id = doi.matches() ? withoutVersion(doi.group(1).toLowerCase(Locale.ROOT)) : "";
      return isId(id) ? id : null;
    }
    if (!HOSTS.contains(bare)) {
      return null;
    }
    Matcher matcher = PATH.matcher(page.path());
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }

  static boolean isId(String id) {
    return MODERN_ID.matcher(id).matches() || OLD_ID.matcher(id).matches();
  }

  private static String withoutVersion(String id) {
    int v = id.lastIndexOf('v');
    return v > 0 && id.substring(v + 1).chars().allMatch(Character::isDigit)
        ? id.substring(0, v)
        : id;
  }
}
