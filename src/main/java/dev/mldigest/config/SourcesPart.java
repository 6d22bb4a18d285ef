package dev.mldigest.config;

import dev.mldigest.config.yaml.Addresses;
import dev.mldigest.config.yaml.Suggestion;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.ValueForms;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.domain.settings.SectionRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list of sources. */
final class SourcesPart {
  private static final ValueForm<Source.RoundUps> ROUND_UP =
      ValueForm.word("meaning of a round-up", roundUps());

  private final List<String> sections;
  private final KindPart kinds;
  private final Ids ids = new Ids();

  SourcesPart(List<SectionRule> sections, KindPart kinds) {
    this.kinds = kinds;
    this.sections = sections.stream().map(SectionRule::id).toList();
  }

  List<Source> sources(YamlMap top) {
    List<Source> sources = new ArrayList<>();
    for (YamlMap map : top.requireMaps("sources", Keys.SOURCE, 50_000)) {
      sources.add(source(map));
    }
    return sources;
  }

  private Source source(YamlMap map) {
    String id = ids.unique(map, map.require("id", ValueForm.id(), ""));
    Optional<SourceKind> kind = kind(map);
    kind.ifPresent(known -> kinds.refuseForeign(map, known));
    return new Source(
        id,
        map.get("title", ValueForm.text(200), id),
        kind.orElse(SourceKind.BLOG),
        kind.map(known -> kinds.url(map, known))
            .orElseGet(() -> map.get("url", Addresses.url(), KindPart.ARXIV)),
        section(map, kind),
        map.get("weight", ValueForm.number(0.1, 3.0), 1.0),
        categories(map, kind),
        map.find("selector", ValueForm.text(500)).orElse(null),
        kind.map(known -> kinds.query(map, known)).orElse(SourceQuery.NONE),
        map.get("round-up", ROUND_UP, Source.RoundUps.EVIDENCE));
  }

  private static Map<String, Source.RoundUps> roundUps() {
    Map<String, Source.RoundUps> words = new LinkedHashMap<>();
    for (Source.RoundUps meaning : Source.RoundUps.values()) {
      words.put(meaning.word(), meaning);
    }
    return words;
  }

  private static Optional<SourceKind> kind(YamlMap map) {
    Map<String, SourceKind> kinds = new LinkedHashMap<>();
    for (SourceKind kind : SourceKind.values()) {
      kinds.put(kind.word(), kind);
    }
    ValueForm<SourceKind> form = ValueForm.word("kind", kinds);
    if (!map.has("kind")) {
      map.require("kind", form, SourceKind.BLOG);
    }
    return map.find("kind", form);
  }

  /** What is never picked needs no section: an archive, and newsletters that are evidence. */
  private String section(YamlMap map, Optional<SourceKind> kind) {
    boolean evidence =
        kind.isPresent() && kind.get() == SourceKind.NEWSLETTER && !map.has("round-up");
    boolean needed = kind.isEmpty() || !(evidence || kind.get() == SourceKind.ARCHIVE);
    if (!needed && !map.has("section")) {
      return sections.isEmpty() ? "" : sections.getFirst();
    }
    String section = map.require("section", ValueForm.id(), "");
    // Where a section's own id is a mistake, what refers to it is not another one.
    boolean known = section.isEmpty() || sections.contains(section) || sections.contains("");
    if (!known && !sections.isEmpty()) {
      String hint = Suggestion.after(section, sections);
      map.wrong(
          "section",
          "names the section '"
              + section
              + "', which 'issue.sections' does not have"
              + (hint.isEmpty() ? ": it has " + String.join(", ", sections) : hint));
    }
    return section;
  }

  private static List<String> categories(YamlMap map, Optional<SourceKind> kind) {
    List<String> categories = map.list("categories", ValueForms.arxivCategory(), 40);
    if (kind.isPresent() && kind.get() == SourceKind.ARXIV) {
      if (!map.has("categories")) {
        map.require("categories", ValueForms.arxivCategory(), "");
      } else if (map.isEmptyList("categories")) {
        map.wrong("categories", "must hold at least one arXiv category such as cs.LG");
      }
    }
    return categories;
  }
}
