package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.slot.Headings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what issues of a newsletter linked, what of it stood on top, and under which headings. */
final class NewsroomFiles {
  private NewsroomFiles() {}

  /**
   * An issue.
   *
   * @param top ids of what stood on top
   * @param sections the heading by id, as far as known
   */
  record Issue(
      LocalDate day, List<Candidate> items, Set<String> top, Map<String, String> sections) {

    /** What it teaches: nothing where nothing is known to have stood on top. */
    Stream<PastIssues.Past> past() {
      return top.isEmpty() ? Stream.empty() : items.stream().map(this::past);
    }

    /** What stood under which heading. */
    Stream<Headings.Filed> filed() {
      return items.stream()
          .filter(item -> sections.containsKey(item.id()))
          .map(item -> new Headings.Filed(Piece.of(item), sections.getOrDefault(item.id(), "")));
    }

    private PastIssues.Past past(Candidate item) {
      String title = item.source().title();
      return new PastIssues.Past(
          day + " " + item.id(),
          Week.of(item.entry().date(), ZoneOffset.UTC),
          top.contains(item.id()),
          new PastIssues.Told(item.title(), "", item.entry().link(), title),
          new PastIssues.Traits(List.of(), List.of(), Signals.NONE, 1));
    }
  }

  private record Gold(Set<String> top, Map<String, String> sections) {
    static final Gold NONE = new Gold(Set.of(), Map.of());
  }

  /** In order of date. */
  static List<Issue> read(Path in, Path gold) {
    Map<LocalDate, Gold> known = gold(gold);
    TreeMap<LocalDate, Issue> issues = new TreeMap<>();
    for (JsonNode line : lines(in)) {
      LocalDate day = RankFiles.dayOrNull(line.path("issue").asText());
      if (day != null) {
        Gold of = known.getOrDefault(day, Gold.NONE);
        issues.put(day, new Issue(day, items(line, day), of.top, of.sections));
      }
    }
    return List.copyOf(issues.values());
  }

  private static Map<LocalDate, Gold> gold(Path file) {
    Map<LocalDate, Gold> known = new HashMap<>();
    for (JsonNode line : lines(file)) {
      LocalDate day = RankFiles.dayOrNull(line.path("issue").asText());
      if (day != null) {
        Set<String> top = new HashSet<>();
        line.path("top").forEach(id -> top.add(id.asText()));
        Map<String, String> sections = new HashMap<>();
        line.path("sections")
            .properties()
            .forEach(one -> sections.put(one.getKey(), one.getValue().asText()));
        known.put(day, new Gold(top, sections));
      }
    }
    return known;
  }

  private static List<JsonNode> lines(Path file) {
    try (Stream<String> lines = Inputs.jsonLines(file)) {
      return lines.map(PieceLines::readOrError).toList();
    }
  }

  private static List<Candidate> items(JsonNode line, LocalDate day) {
    List<Candidate> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode item : line.path("items")) {
      if (PieceLines.isPiece(item) && ids.add(item.path("id").asText())) {
        items.add(item(item, day));
      }
    }
    return items;
  }

  /** An entry of a source that is called as the host that told it. */
  private static Candidate item(JsonNode line, LocalDate day) {
    String id = line.path("id").asText();
    String host = line.path("host").asText("");
    FeedEntry entry =
        FeedEntry.titled(line.path("title").asText())
            .guid(id)
            .link(line.path("url").asText(null))
            .build();
    URI page = URI.create("https://example.org/"); // no feed is read here
    Source source = new Source(host, host, SourceKind.NEWS, page, "", 1, List.of(), null);
    Instant date = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Candidate(
        new Entry(id, source.id(), entry, line.path("url").asText(null), date, date), source, null);
  }
}
