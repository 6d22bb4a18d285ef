package dev.mldigest.config;

import static java.util.stream.Collectors.joining;

import dev.mldigest.config.yaml.Addresses;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what the kinds of source differ in: their addresses, and what they are asked for. */
final class KindPart {
  static final URI ARXIV = URI.create("https://export.arxiv.org/api/query");
  private static final URI ARXIV_ANNOUNCEMENTS = URI.create("https://rss.arxiv.org/atom");
  private static final URI ARXIV_OAI = URI.create("https://oaipmh.arxiv.org/oai");

  /** Where services that have one public address are found. */
  private static final Map<SourceKind, URI> PUBLIC =
      new EnumMap<>(
          Map.of(
              SourceKind.ARXIV, ARXIV,
              SourceKind.HACKER_NEWS, URI.create("https://hn.algolia.com/api/v1"),
              SourceKind.HUGGING_FACE, URI.create("https://huggingface.co/api"),
              SourceKind.NEWS_API, URI.create("https://newsapi.org/v2")));

  /** Keys that mean something to some kinds only. */
  private static final Map<String, Set<SourceKind>> BELONGS = new LinkedHashMap<>();

  static {
    BELONGS.put("categories", Set.of(SourceKind.ARXIV));
    BELONGS.put("announcements-url", Set.of(SourceKind.ARXIV));
    BELONGS.put("oai-url", Set.of(SourceKind.ARXIV));
    BELONGS.put("query", Set.of(SourceKind.HACKER_NEWS, SourceKind.NEWS_API));
    BELONGS.put("at-least", Set.of(SourceKind.HACKER_NEWS, SourceKind.HUGGING_FACE));
    BELONGS.put("api-key", Set.of(SourceKind.NEWS_API));
    BELONGS.put("links", Set.of(SourceKind.LISTING, SourceKind.NEWSLETTER));
    BELONGS.put("folder", Set.of(SourceKind.ARCHIVE));
    BELONGS.put("path", Set.of(SourceKind.NEWSLETTER));
  }

  private static final ValueForm<String> WORDS =
      ValueForm.ofText(
          ValueForm.text(500).expected(),
          value ->
              value.isBlank() || value.codePoints().anyMatch(Character::isLetterOrDigit)
                  ? ValueForm.text(500).parse().apply(value)
                  : ValueForm.bad("holds no word to search for"));

  private final Path folder;
  private final ApiKey keys;

  /**
   * @param folder where relative paths start: the folder of feeds.yaml
   */
  KindPart(Map<String, String> environment, Path folder) {
    this.folder = folder;
    this.keys = new ApiKey(environment, folder);
  }

  /** A key of another kind would be passed over in silence: it is a mistake. */
  void refuseForeign(YamlMap map, SourceKind kind) {
    BELONGS.forEach((key, kinds) -> {
      if (map.has(key) && !kinds.contains(kind)) {
        String whose =
            kinds.stream().map(SourceKind::word).sorted().collect(joining("' and '", "'", "'"));
        map.wrong(key, "belongs to sources of kind " + whose + " only");
      }
    });
    if (kind == SourceKind.ARCHIVE && map.has("url")) {
      map.wrong("url", "does not belong to sources of kind 'archive': name a 'folder'");
    }
    if (kind == SourceKind.NEWSLETTER && map.has("path") && (map.has("url") || map.has("links"))) {
      map.wrong("path", "stands for mails in files: name either it or 'url' with its 'links'");
    }
  }

  /** The address as it is asked; of files and folders as a {@code file:} URI. */
  URI url(YamlMap map, SourceKind kind) {
    URI here = folder.toAbsolutePath().normalize().toUri();
    if (kind == SourceKind.ARCHIVE) {
      return map.require("folder", placeForm("folder", Files::isDirectory), here);
    }
    if (kind == SourceKind.NEWSLETTER && (map.has("path") || !map.has("url"))) {
      return map.require("path", placeForm("file or folder", Files::exists), here);
    }
    ValueForm<URI> form =
        ValueForm.ofText(
            Addresses.url().expected(),
            value ->
                Addresses.url().parse().apply(value) instanceof ValueForm.Parsed.Good<URI>(URI url)
                    ? asked(kind, url)
                    : Addresses.url().parse().apply(value));
    URI known = PUBLIC.get(kind);
    return known == null ? map.require("url", form, ARXIV) : map.get("url", form, known);
  }

  private static ValueForm.Parsed<URI> asked(SourceKind kind, URI url) {
    return switch (FeedAddress.of(kind, url)) {
      case FeedAddress.Reading.Good(URI address) -> ValueForm.good(address);
      case FeedAddress.Reading.Bad(String sentence) -> ValueForm.bad(sentence);
    };
  }

  private ValueForm<URI> placeForm(String what, Predicate<Path> isThere) {
    String expected = "must be the path of a " + what;
    return ValueForm.ofText(
        expected,
        value -> {
          try {
            Path named = folder.toAbsolutePath().resolve(value.strip()).normalize();
            String uri = named.toUri().toString();
            // Settings that are not on disk yet have no folder to look in.
            if (folder.isAbsolute() && !isThere.test(named)) {
              return ValueForm.bad(
                  "names no " + what + " that is there: make it, or correct the path");
            }
            // Whether the folder is there already must not change the source's address.
            return value.isBlank()
                ? ValueForm.bad("is empty")
                : ValueForm.good(URI.create(uri.replaceFirst("(?<=.)/$", "")));
          } catch (InvalidPathException e) {
            return ValueForm.bad(expected);
          }
        });
  }

  SourceQuery query(YamlMap map, SourceKind kind) {
    boolean arxivsOwn = kind == SourceKind.ARXIV && !map.has("url");
    int atLeast = map.get("at-least", ValueForm.whole(0, 1_000_000), 0L).intValue();
    return new SourceQuery(
        words(map, kind, atLeast),
        atLeast,
        kind == SourceKind.NEWS_API ? key(map) : null,
        map.find("links", ValueForm.text(500)).orElse(null),
        address(map, "announcements-url", arxivsOwn ? ARXIV_ANNOUNCEMENTS : null),
        address(map, "oai-url", arxivsOwn ? ARXIV_OAI : null));
  }

  private static @Nullable URI address(YamlMap map, String key, @Nullable URI absent) {
    return map.find(key, Addresses.url()).orElse(absent);
  }

  private static String words(YamlMap map, SourceKind kind, int atLeast) {
    if (kind == SourceKind.NEWS_API) {
      return map.require("query", WORDS, "");
    }
    // Without both it would be everything that was ever posted.
    if (kind == SourceKind.HACKER_NEWS && !map.has("query") && atLeast == 0) {
      map.wrong("query", "or 'at-least' must say what is wanted");
    }
    return map.find("query", WORDS).orElse("");
  }

  private @Nullable Secret key(YamlMap map) {
    if (keys.isLiteral(map)) {
      return null;
    }
    if (!map.has("api-key")) {
      map.require("api-key", ValueForm.text(1), "");
    }
    Optional<YamlMap> reference = map.map("api-key", Keys.API_KEY);
    return reference.map(found -> keys.resolve(found, true)).orElse(null);
  }
}
