package dev.mldigest.config;

import dev.mldigest.config.yaml.Addresses;
import dev.mldigest.config.yaml.NearAddress;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.TargetKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads where approved issues go. Keys never stand in the file, and may be absent for now. */
final class PublishPart {
  /** Where a text of {@code publish --to} means something else. */
  private static final Set<String> TAKEN = Set.of("file", "stdout");

  private static final ValueForm<String> NUMBER =
      new ValueForm<>(
          ValueForm.whole(1, 1_000_000_000).expected(),
          ValueForm.whole(1, 1_000_000_000).tags(),
          value ->
              switch (ValueForm.whole(1, 1_000_000_000).parse().apply(value)) {
                case ValueForm.Parsed.Good<Long>(Long number) -> ValueForm.good(number.toString());
                case ValueForm.Parsed.Bad<Long>(String sentence) -> ValueForm.bad(sentence);
              });

  /** As services make them: of letters, digits, '-' and '_'. */
  private static final ValueForm<String> IDENTIFIER =
      ValueForm.ofText(
          "must be the service's identifier",
          value ->
              value.matches("[A-Za-z0-9_-]{1,100}")
                  ? ValueForm.good(value)
                  : ValueForm.bad(
                      "must be the service's identifier, of letters, digits, '-' and '_' (put it in"
                          + " quotes)"));

  private static final Map<String, String> WORDS_OF_TLS =
      Map.of("starttls", "starttls", "tls", "tls", "none", "none");

  /** What kinds ask for besides an address and a key. */
  private final Map<String, Function<YamlMap, List<String>>> options = options();

  private final Map<String, String> environment;
  private final Path folder;

  PublishPart(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  private Map<String, Function<YamlMap, List<String>>> options() {
    Map<String, Function<YamlMap, List<String>>> options = new LinkedHashMap<>();
    options.put("user", one("user", ValueForm.text(200)));
    options.put("from", one("from", MailForms.sender()));
    options.put("lists", map -> map.list("lists", NUMBER, 100));
    options.put("template", one("template", NUMBER));
    options.put("audience", one("audience", IDENTIFIER));
    options.put("publication", one("publication", IDENTIFIER));
    options.put("host", one("host", MailForms.host()));
    options.put(
        "port",
        map ->
            map.find("port", ValueForm.whole(1, 65_535))
                .map(p -> List.of(p.toString()))
                .orElse(List.of()));
    options.put("tls", one("tls", ValueForm.word("encryption", WORDS_OF_TLS)));
    options.put("to", one("to", MailForms.address()));
    options.put("unsubscribe", one("unsubscribe", MailForms.unsubscribe()));
    options.put(
        "folder",
        map ->
            map.find("folder", ValueForm.text(1_000))
                .map(path -> List.of(folder.resolve(path).toString()))
                .orElse(List.of()));
    options.put(
        "draft",
        map ->
            map.find("draft", ValueForm.flag())
                .map(flag -> List.of(flag.toString()))
                .orElse(List.of()));
    return options;
  }

  private static Function<YamlMap, List<String>> one(String key, ValueForm<String> form) {
    return map -> map.find(key, form).map(List::of).orElse(List.of());
  }

  List<PublishTarget> targets(YamlMap top) {
    List<PublishTarget> targets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (!top.has("publish")) {
      return targets;
    }
    for (YamlMap map : top.requireMaps("publish", Keys.TARGET, 50)) {
      String name = map.require("name", ValueForm.id(), "");
      if (TAKEN.contains(name)) {
        map.wrong("name", "is '" + name + "', which 'publish --to' knows already: take another");
      } else if (!name.isEmpty() && !names.add(name)) {
        map.wrong("name", "is used twice: '" + name + "'");
      }
      target(map, name).ifPresent(targets::add);
    }
    return targets;
  }

  private Optional<PublishTarget> target(YamlMap map, String name) {
    Map<String, TargetKind> kinds = new LinkedHashMap<>();
    for (TargetKind kind : TargetKind.values()) {
      kinds.put(kind.word(), kind);
    }
    ValueForm<TargetKind> form = ValueForm.word("kind", kinds);
    if (!map.has("kind")) {
      map.require("kind", form, TargetKind.WEBHOOK);
    }
    return map.find("kind", form).map(kind -> target(map, name, kind));
  }

  private PublishTarget target(YamlMap map, String name, TargetKind kind) {
    for (String key : Keys.TARGET.subList(2, Keys.TARGET.size())) {
      if (map.has(key) && !kind.takes(key)) {
        map.wrong(key, "does not belong to targets of kind '" + kind.word() + "'");
      } else if (!map.has(key) && kind.wanted().contains(key)) {
        map.require(key, ValueForm.text(1), "");
      }
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    options.forEach((key, read) -> {
      List<String> values = map.has(key) ? read.apply(map) : List.of();
      if (!values.isEmpty()) {
        given.put(key, values);
      }
    });
    return new PublishTarget(name, kind, url(map), key(map), given);
  }

  /** What is not near is asked over a secure connection: keys and drafts are nobody else's. */
  private static @Nullable URI url(YamlMap map) {
    URI url = map.find("url", Addresses.url()).orElse(null);
    if (url != null
        && url.getScheme().equalsIgnoreCase("http")
        && !NearAddress.isNear(url.getHost())) {
      map.wrong("url", "must begin with https://: a key is sent there");
    }
    return url;
  }

  private PublishTarget.Key key(YamlMap map) {
    return new ApiKey(environment, folder).isLiteral(map)
        ? PublishTarget.Key.NONE
        : map.map("api-key", Keys.API_KEY)
            .map(new ApiKey(environment, folder)::wherever)
            .orElse(PublishTarget.Key.NONE);
  }
}
