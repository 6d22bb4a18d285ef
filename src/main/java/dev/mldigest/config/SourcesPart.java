package dev.mldigest.config;

import dev.mldigest.domain.Settings.SectionRule;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list of sources. */
final class SourcesPart {
  static final URI ARXIV = URI.create("https://export.arxiv.org/api/query");

  private final List<String> sections;
  private final Ids ids = new Ids();

  SourcesPart(List<SectionRule> sections) {
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
    String id = ids.unique(map, map.require("id", Form.id(), ""));
    Optional<SourceKind> kind = kind(map);
    return new Source(
        id,
        map.get("title", Form.text(200), id),
        kind.orElse(SourceKind.BLOG),
        url(map, kind),
        section(map),
        map.get("weight", Form.number(0.1, 3.0), 1.0),
        categories(map, kind),
        map.find("selector", Form.text(500)).orElse(null));
  }

  private static Optional<SourceKind> kind(YamlMap map) {
    Map<String, SourceKind> kinds = new LinkedHashMap<>();
    for (SourceKind kind : SourceKind.values()) {
      kinds.put(kind.word(), kind);
    }
    Form<SourceKind> form = Form.word("kind", kinds);
    if (!map.has("kind")) {
      map.require("kind", form, SourceKind.BLOG);
    }
    return map.find("kind", form);
  }

  /** Only arXiv's address is known beforehand. A wrong kind is one mistake, not two. */
  private static URI url(YamlMap map, Optional<SourceKind> kind) {
    boolean optional = kind.isEmpty() || kind.get() == SourceKind.ARXIV;
    return optional
        ? map.get("url", Addresses.url(), ARXIV)
        : map.require("url", Addresses.url(), ARXIV);
  }

  private String section(YamlMap map) {
    String section = map.require("section", Form.id(), "");
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
    List<String> categories = map.list("categories", Forms.arxivCategory(), 40);
    if (kind.isPresent() && kind.get() == SourceKind.ARXIV) {
      if (!map.has("categories")) {
        map.require("categories", Forms.arxivCategory(), "");
      } else if (categories.isEmpty()) {
        map.wrong("categories", "must hold at least one arXiv category such as cs.LG");
      }
    } else if (kind.isPresent() && map.has("categories")) {
      map.wrong("categories", "belongs to sources of kind 'arxiv' only");
    }
    return categories;
  }
}
