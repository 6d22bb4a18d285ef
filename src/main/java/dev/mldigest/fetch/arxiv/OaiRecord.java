package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.text.date.FeedDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Makes papers of the records of OAI-PMH, in arXiv's own format. */
public final class OaiRecord {
  /** The archives that OAI-PMH keeps in the set "physics". */
  private static final Set<String> PHYSICS =
      Set.of(
          "astro-ph",
          "cond-mat",
          "gr-qc",
          "hep-ex",
          "hep-lat",
          "hep-ph",
          "hep-th",
          "math-ph",
          "nlin",
          "nucl-ex",
          "nucl-th",
          "physics",
          "quant-ph");

  private static final Pattern VERSION = Pattern.compile("v([0-9]{1,3})");

  private static final Pattern AFFILIATION = Pattern.compile("\\([^()]{0,500}\\)");

  private static final Pattern BETWEEN = Pattern.compile(",(?: and )?| and ");

  private OaiRecord() {}

  /** The set that holds a category's papers. */
  public static String set(String category) {
    String archive = category.split("\\.", 2)[0];
    return PHYSICS.contains(archive) ? "physics:" + archive : archive;
  }

  /** Of a deleted record nothing is left but its identifier and its sets. */
  static @Nullable ArxivPaper deleted(Element header, @Nullable LocalDate changed) {
    String id = ArxivDocument.text(header, "identifier");
    String title = id == null ? "" : id.replaceFirst("^oai:", "");
    List<String> categories =
        header.getChildren().stream()
            .filter(child -> child.getName().equals("setSpec"))
            .map(child -> category(child.getText().strip()))
            .filter(Objects::nonNull)
            .toList();
    Instant at = changed == null ? null : ArxivCalendar.start(changed);
    FeedEntry entry =
        FeedEntry.titled(title)
            .guid(id)
            .published(at)
            .categories(categories)
            .signals(new Signals(0, 0, true))
            .build();
    return ArxivPaper.of(entry, null);
  }

  /** {@code cs:cs:LG} is cs.LG, {@code physics:quant-ph} quant-ph, {@code cs} none yet. */
  private static @Nullable String category(String spec) {
    String[] parts = spec.split(":", 4);
    String last = parts[parts.length - 1];
    if (parts.length < 2 || PHYSICS.contains(last)) {
      return parts.length < 2 ? null : last;
    }
    return parts[parts.length - 2] + "." + last;
  }

  static @Nullable ArxivPaper paper(Element record, Element header) {
    Element metadata = ArxivDocument.child(record, "metadata");
    Element raw = metadata == null ? null : ArxivDocument.child(metadata, "arXivRaw");
    String id = ArxivDocument.text(header, "identifier");
    if (raw == null || id == null) {
      return null;
    }
    Versions versions = Versions.of(raw);
    String title = ArxivDocument.plain(raw, "title");
    String categories = ArxivDocument.text(raw, "categories");
    FeedEntry entry =
        FeedEntry.titled(title == null ? "" : title)
            .guid(id + "v" + versions.highest())
            .published(versions.first())
            .updated(versions.last())
            .authors(authors(ArxivDocument.text(raw, "authors")))
            .summary(ArxivDocument.plain(raw, "abstract"))
            .categories(categories == null ? List.of() : List.of(categories.split("\\s+")))
            .build();
    return ArxivPaper.of(entry, ArxivDocument.plain(raw, "comments"));
  }

  /** A paper's history: when it was first submitted and when its highest version was. */
  private record Versions(int highest, @Nullable Instant first, @Nullable Instant last) {
    static Versions of(Element raw) {
      Versions all = new Versions(1, null, null);
      for (Element child : raw.getChildren()) {
        Matcher number = VERSION.matcher(child.getAttributeValue("version", ""));
        if (child.getName().equals("version") && number.matches()) {
          Instant date = FeedDates.read(ArxivDocument.text(child, "date"));
          all = all.with(Integer.parseInt(number.group(1)), date);
        }
      }
      return all;
    }

    private Versions with(int number, @Nullable Instant date) {
      boolean higher = number >= highest;
      return new Versions(
          Math.max(number, highest), number == 1 ? date : first, higher ? date : last);
    }
  }

  /** {@code A. One (1), B. Two and C. Three ((1) Somewhere)}. */
  private static List<String> authors(@Nullable String credits) {
    if (credits == null) {
      return List.of();
    }
    String text = credits.substring(0, Math.min(credits.length(), ArxivDocument.LONGEST_CREDITS));
    for (int depth = 0; depth < 3 && text.indexOf('(') >= 0; depth++) {
      text = AFFILIATION.matcher(text).replaceAll("");
    }
    return Stream.of(BETWEEN.split(TitleText.folded(text)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }
}
