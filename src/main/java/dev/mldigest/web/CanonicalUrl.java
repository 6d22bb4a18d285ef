package dev.mldigest.web;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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

  private static final List<String> TRACKING_PREFIXES =
      List.of("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "vero_", "at_medium", "at_camp");

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_hsenc",
          "_hsmi",
          "hsctatracking",
          "mkt_tok",
          "oly_enc_id",
          "oly_anon_id",
          "ref_src",
          "ref_url",
          "cmpid",
          "ncid",
          "spm",
          "share_source",
          "sharesource",
          "rss",
          "ftag",
          "xtor",
          "s_cid",
          "wt_mc",
          "trk",
          "trkcampaign",
          "sourceid_feed",
          "feedtype",
          "_branch_match_id",
          "_ga",
          "_gl",
          "__hstc",
          "__hssc",
          "__hsfp",
          "__twitter_impression",
          "ck_subscriber_id",
          "gad_source",
          "gad_campaignid",
          "guccounter",
          "mibextid",
          "ml_subscriber",
          "ml_subscriber_hash",
          "srsltid",
          "amp");

  /**
   * Where {@code si} and {@code feature} say who shared a link, and nothing of what it leads to.
   */
  private static final Set<String> SHARING_HOSTS =
      Set.of("youtube.com", "youtu.be", "music.youtube.com", "open.spotify.com", "soundcloud.com");

  /** Hosts of code, where {@code ref} names a branch. */
  private static final Pattern CODE_HOST =
      Pattern.compile(
          "(?:.*\\.)?(?:github\\.com|githubusercontent\\.com|bitbucket\\.org|codeberg\\.org"
              + "|gitee\\.com|sr\\.ht)|(?:.*\\.)?(?:gitlab|gitea|forgejo|git|api)\\..+");

  /** A {@code ref} that names something: a number, a version, a commit, a branch. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "v?[0-9]+(?:[._-][0-9]+)*|(?=[a-f]*[0-9])[0-9a-f]{7,40}"
              + "|main|master|develop|trunk|(?:refs|heads|tags)(?:/|%2f).*",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> VIDEO_HOSTS =
      Set.of("youtube.com", "music.youtube.com", "youtube-nocookie.com");
  private static final Pattern VIDEO_PATH =
      Pattern.compile("^/(?:shorts|live|embed|v|e)/([\\w-]{11})/?$");
  private static final Pattern VIDEO_QUERY = Pattern.compile("[?&]v=([\\w-]{11})(?:&.*)?$");
  private static final Pattern SHORT_VIDEO = Pattern.compile("^/([\\w-]{11})/?$");

  /** Words of eleven letters that stand where an embedded video's identifier does. */
  private static final Set<String> NO_VIDEOS = Set.of("videoseries", "live_stream");

  private static final Pattern INDEX =
      Pattern.compile("/(?:index|default)\\.(?:html?|php|aspx?)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern MODERN_ID = Pattern.compile("\\d{4}\\.\\d{4,5}");
  private static final Pattern OLD_ID = Pattern.compile("[a-z][a-z.-]{1,20}/\\d{7}");
  private static final Pattern ARXIV_PATH =
      Pattern.compile(
          "/(?:abs|pdf|html|overview|papers|paper|arxiv|format|src|e-print|ps|audio|resources)/"
              + "((?:\\d{4}\\.\\d{4,5})|(?:[a-zA-Z][a-zA-Z.-]{1,20}/\\d{7}))(?:v\\d{1,3})?"
              + "(?:\\.pdf|\\.html|\\.md)?/?");
  private static final Set<String> ARXIV_HOSTS =
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
  private static final Pattern ARXIV_DOI =
      Pattern.compile("/10\\.48550/arxiv\\.(\\S{6,32})", Pattern.CASE_INSENSITIVE);

  private CanonicalUrl() {}

  /** The canonical form of a link, or empty if it is no http or https URL with a host. */
  public static Optional<String> of(@Nullable String link) {
    if (link == null || link.length() > LONGEST) {
      return Optional.empty();
    }
    Parts parts = Parts.parse(link.strip());
    if (parts == null) {
      return Optional.empty();
    }
    Parts page = parts.unwrapAmpCache();
    String paper = page.arxivId();
    if (paper != null) {
      return Optional.of("https://arxiv.org/abs/" + paper);
    }
    String video = page.videoId();
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
            && !Parts.isRoute(fragment)
            && !fragment.contains(":~:")
            && fragment.chars().noneMatch(c -> c == '=' || c <= ' ');
    return names ? Parts.escape(fragment) : "";
  }

  /**
   * What two canonical URLs of one page share: no scheme, no {@code www.}, {@code m.} or {@code
   * amp.}, no trailing slash, no {@code index.html}; the DOI of a publisher's page; one address for
   * a paper of OpenReview or the ACL Anthology and for a repository.
   */
  public static String key(String canonical) {
    Parts parts = Parts.parse(canonical.strip());
    if (parts == null) {
      return canonical;
    }
    String known = WorkKey.of(bareHost(parts.host), parts.path, parts.query);
    if (known != null && parts.port.isEmpty()) {
      return known;
    }
    String page = INDEX.matcher(parts.path).replaceFirst("/");
    String path = page.endsWith("/") ? chop(page) : page;
    return bareHost(parts.host) + parts.port + path + parts.query + parts.fragment;
  }

  /** The identifier without version of the arXiv paper a link leads to, or null. */
  public static @Nullable String arxivId(@Nullable String link) {
    String prefix = "https://arxiv.org/abs/";
    return of(link)
        .filter(url -> url.startsWith(prefix))
        .map(url -> url.substring(prefix.length()))
        .filter(CanonicalUrl::isArxivId)
        .orElse(null);
  }

  private static boolean isArxivId(String id) {
    return MODERN_ID.matcher(id).matches() || OLD_ID.matcher(id).matches();
  }

  private static String chop(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static String bareHost(String host) {
    for (String prefix : List.of("www.", "m.", "mobile.", "amp.")) {
      String rest = host.startsWith(prefix) ? host.substring(prefix.length()) : "";
      if (rest.indexOf('.') > 0) { // "m.com" is a name of its own
        return rest;
      }
    }
    int mobile = host.indexOf(".m."); // en.m.site.org
    return mobile > 0 && host.indexOf('.', mobile + 3) > 0
        ? host.substring(0, mobile) + host.substring(mobile + 2)
        : host;
  }

  /**
   * A URL in pieces: lower-case scheme and host, {@code port} with its colon, {@code query} and
   * {@code fragment} with their marks; absent pieces are empty.
   */
  private record Parts(
      String scheme, String host, String port, String path, String query, String fragment) {

    static @Nullable Parts parse(String link) {
      int colon = link.indexOf("://");
      if (colon < 0) {
        return null;
      }
      String scheme = link.substring(0, colon).toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return null;
      }
      String rest = link.substring(colon + 3);
      int end = firstOf(rest, "/?#\\");
      String[] authority = authority(scheme, rest.substring(0, end));
      if (authority == null) {
        return null;
      }
      String tail = rest.substring(end).replace('\\', '/');
      int hash = tail.indexOf('#');
      String fragment = hash < 0 ? "" : tail.substring(hash);
      String beforeHash = hash < 0 ? tail : tail.substring(0, hash);
      int mark = beforeHash.indexOf('?');
      String path = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
      String query = mark < 0 ? "" : beforeHash.substring(mark);
      return new Parts(
          scheme,
          authority[0],
          authority[1],
          path.isEmpty() ? "/" : escape(path),
          query.length() < 2 ? "" : escape(query),
          isRoute(fragment) ? escape(fragment) : "");
    }

    /** A fragment that a script on the page reads as the address of its content. */
    private static boolean isRoute(String fragment) {
      return fragment.length() > 2 && (fragment.startsWith("#!") || fragment.startsWith("#/"));
    }

    /** Host and port, or null if there is no usable host. Credentials are left out. */
    private static String @Nullable [] authority(String scheme, String authority) {
      String place = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
      int colon = place.lastIndexOf(':');
      boolean ported = colon > place.indexOf(']');
      String host = ported ? place.substring(0, colon) : place;
      String port = ported ? place.substring(colon + 1) : "";
      if (host.endsWith(".")) {
        host = chop(host);
      }
      host = ascii(host);
      if (host.isEmpty() || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return null;
      }
      boolean standard = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
      return new String[] {host, standard ? "" : ":" + port};
    }

    private static String ascii(String host) {
      if (host.startsWith("[")) {
        return host.endsWith("]") ? host : "";
      }
      try {
        String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        return ascii
                .chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')
            ? ascii
            : "";
      } catch (IllegalArgumentException e) {
        return "";
      }
    }

    private static int firstOf(String text, String marks) {
      int i = 0;
      while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
        i++;
      }
      return i;
    }

    /** Escapes what RFC 3986 does not allow in a URL, and nothing else. */
    private static String escape(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints()
          .forEach(c -> {
            if (c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0) {
              out.append((char) c);
            } else {
              for (byte b :
                  Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
              }
            }
          });
      return out.toString();
    }

    @Nullable String arxivId() {
      String bare = bareHost(host);
      if (bare.equals("doi.org") || bare.equals("dx.doi.org")) {
        Matcher doi = ARXIV_DOI.matcher(path);
        String id = doi.matches() ? withoutVersion(doi.group(1).toLowerCase(Locale.ROOT)) : "";
        return isArxivId(id) ? id : null;
      }
      if (!ARXIV_HOSTS.contains(bare)) {
        return null;
      }
      Matcher matcher = ARXIV_PATH.matcher(path);
      return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static String withoutVersion(String id) {
      int v = id.lastIndexOf('v');
      return v > 0 && id.substring(v + 1).chars().allMatch(Character::isDigit)
          ? id.substring(0, v)
          : id;
    }

    /** The page behind a copy in Google's AMP cache. */
    Parts unwrapAmpCache() {
      boolean viewer = bareHost(host).equals("google.com") && path.startsWith("/amp/");
      boolean cache = host.endsWith(".cdn.ampproject.org") && path.matches("/[civ]/.*");
      String rest = viewer ? path.substring(5) : cache ? path.substring(3) : "";
      boolean secure = rest.startsWith("s/");
      String target = secure ? rest.substring(2) : rest;
      Parts inner =
          target.indexOf('.') > 0
              ? parse((secure ? "https://" : "http://") + target + query)
              : null;
      return inner == null ? this : inner;
    }

    Parts withoutAmp() {
      if (path.endsWith(".amp.html") && path.length() > 10) {
        String page = path.substring(0, path.length() - 9) + ".html";
        return new Parts(scheme, host, port, page, query, fragment);
      }
      String stem = path.endsWith("/") ? chop(path) : path;
      if (!stem.endsWith("/amp") || stem.length() < 6) {
        return this;
      }
      String plain = stem.substring(0, stem.length() - (path.endsWith("/") ? 3 : 4));
      return new Parts(scheme, host, port, plain, query, fragment);
    }

    Parts withoutTracking() {
      if (query.isEmpty()) {
        return this;
      }
      List<String> kept = new ArrayList<>();
      for (String parameter : query.substring(1).split("&", -1)) {
        if (!parameter.isEmpty() && !isTracking(parameter, bareHost(host))) {
          kept.add(parameter);
        }
      }
      return new Parts(
          scheme, host, port, path, kept.isEmpty() ? "" : "?" + String.join("&", kept), fragment);
    }

    private static boolean isTracking(String parameter, String host) {
      int equals = parameter.indexOf('=');
      String name =
          (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
      return switch (name) {
        case "si", "feature" -> SHARING_HOSTS.contains(host);
        case "ref" -> equals > 0 && isReferrer(parameter.substring(equals + 1), host);
        default -> TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
      };
    }

    /** Most sites are told by {@code ref} where a reader came from; some ask it what to show. */
    private static boolean isReferrer(String value, String host) {
      return !CODE_HOST.matcher(host).matches() && !REFERENCE.matcher(value).matches();
    }

    /** The identifier of the YouTube video that this leads to, or null. */
    @Nullable String videoId() {
      String bare = bareHost(host);
      Matcher id = null;
      if (bare.equals("youtu.be")) {
        id = SHORT_VIDEO.matcher(path);
      } else if (VIDEO_HOSTS.contains(bare)) {
        boolean watched = path.equals("/watch") || path.equals("/watch/");
        id = watched ? VIDEO_QUERY.matcher(query) : VIDEO_PATH.matcher(path);
      }
      boolean found = id != null && port.isEmpty() && id.find() && !NO_VIDEOS.contains(id.group(1));
      return found && id != null ? id.group(1) : null;
    }

    @Override
    public String toString() {
      return scheme + "://" + host + port + path + query + fragment;
    }
  }
}
