package dev.mldigest.config;

import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.key.KeyTable;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.MailLook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys of feeds.yaml, in the order in which an editor meets them. */
final class Keys {
  static final List<String> TOP =
      List.of(
          "title",
          "time-zone",
          "language",
          "labels",
          "audience",
          "issue",
          "schedule",
          "network",
          "model",
          "mail",
          "review",
          "publish",
          "sources");
  static final List<String> LABELS = Arrays.stream(Label.values()).map(Label::key).toList();
  static final List<String> AUDIENCE =
      List.of("description", "wanted", "unwanted", "filters", "recency", "likeness");
  static final List<String> FILTERS = Arrays.stream(Filter.values()).map(Filter::word).toList();
  static final List<String> ISSUE =
      List.of(
          "picks",
          "per-publisher",
          "also-seen",
          "bench",
          "evergreen",
          "spill",
          "show-coverage",
          "corrections",
          "sections");
  static final List<String> EVERGREEN = List.of("most", "weeks");
  static final List<String> SECTION = List.of("id", "title", "slots", "at-least");
  static final List<String> MAIL = List.of("template", "logo", "footer", "colours");
  static final List<String> LOGO = List.of("url", "alt", "width");
  static final List<String> COLOURS = MailLook.PLACES;
  static final List<String> REVIEW = List.of("keys");
  static final List<String> SCHEDULE = List.of("harvest-every", "day", "time");
  static final List<String> NETWORK =
      List.of(
          "contact",
          "articles",
          "deadline",
          "per-host",
          "per-host-gap",
          "max-bytes",
          "proxy",
          "ca-file",
          "allow-private",
          "poll-soonest",
          "poll-latest");
  static final List<String> MODEL =
      List.of(
          "provider",
          "base-url",
          "api-version",
          "name",
          "api-key",
          "deadline",
          "concurrency",
          "max-output-tokens",
          "thinking-tokens",
          "reasoning-effort",
          "max-tokens-per-issue",
          "max-cost-per-issue",
          "run-deadline",
          "requests-per-minute",
          "tokens-per-minute",
          "prices",
          "small",
          "headlines",
          "banned",
          "judge-stories",
          "rerank",
          "second-reader");
  static final List<String> SMALL = List.of("name", "prices");
  static final List<String> API_KEY = List.of("env", "file");
  static final List<String> TARGET =
      List.of(
          "name",
          "kind",
          "url",
          "api-key",
          "user",
          "lists",
          "from",
          "template",
          "audience",
          "publication",
          "host",
          "port",
          "tls",
          "to",
          "unsubscribe",
          "folder",
          "draft");
  static final List<String> PRICES = List.of("input", "output", "currency", "as-of");
  static final List<String> SOURCE =
      List.of(
          "id",
          "title",
          "kind",
          "url",
          "categories",
          "query",
          "at-least",
          "api-key",
          "links",
          "folder",
          "path",
          "announcements-url",
          "oai-url",
          "section",
          "weight",
          "selector",
          "round-up");

  /** All of them by path, for what must stay in step with the reader: the JSON Schema. */
  static Map<String, List<String>> all() {
    return Map.ofEntries(
        Map.entry("", TOP),
        Map.entry("audience", AUDIENCE),
        Map.entry("audience.filters", FILTERS),
        Map.entry("labels", LABELS),
        Map.entry("issue", ISSUE),
        Map.entry("issue.evergreen", EVERGREEN),
        Map.entry("issue.sections[]", SECTION),
        Map.entry("schedule", SCHEDULE),
        Map.entry("network", NETWORK),
        Map.entry("model", MODEL),
        Map.entry("model.api-key", API_KEY),
        Map.entry("model.prices", PRICES),
        Map.entry("model.small", SMALL),
        Map.entry("model.small.prices", PRICES),
        Map.entry("mail", MAIL),
        Map.entry("mail.logo", LOGO),
        Map.entry("mail.colours", COLOURS),
        Map.entry("review", REVIEW),
        Map.entry("review.keys", KeyTable.acts()),
        Map.entry("publish[]", TARGET),
        Map.entry("publish[].api-key", API_KEY),
        Map.entry("sources[]", SOURCE),
        Map.entry("sources[].api-key", API_KEY));
  }

  private Keys() {}
}
