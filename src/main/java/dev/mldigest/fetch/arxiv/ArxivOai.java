package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Validators;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.text.date.FeedDates;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads arXiv by OAI-PMH 2.0: every paper of some archives that changed in any way since a date:
 * announced, cross-listed, replaced, withdrawn, or merely given a journal reference. Which change
 * it was is not told; all papers of the subscribed categories are handed on, dated by their first
 * submission.
 */
final class ArxivOai {
  /** A thousand records each: more than any catching up needs. */
  private static final int PAGES = 300;

  /** Characters: arXiv's tokens are far shorter, and an address bears not much more. */
  private static final int LONGEST_TOKEN = 2_000;

  private final Http http;

  ArxivOai(Http http) {
    this.http = http;
  }

  /**
   * What changed since that day, archive by archive.
   *
   * @param base the address of the interface
   */
  ArxivAnswer read(Source source, URI base, Instant since) {
    Walk walk = new Walk(source, base);
    List<String> sets = source.categories().stream().map(OaiRecord::set).distinct().toList();
    for (String set : sets) {
      FetchOutcome trouble = walk.list(set, LocalDate.ofInstant(since, ZoneOffset.UTC));
      if (trouble != null) {
        return new ArxivAnswer.Broken(walk.papers, walk.records, trouble);
      }
    }
    return new ArxivAnswer.Read(
        walk.papers, walk.upTo(), List.of(), Validators.NONE, Duration.ZERO);
  }

  // ------------------------------------------------------------------ lists

  /** One harvest over all archives. */
  private final class Walk {
    final List<ArxivPaper> papers = new ArrayList<>();
    private final Source source;
    private final URI base;

    /** The last day of which an archive has changes; of all archives the earliest. */
    private @Nullable LocalDate proven;

    private boolean unproven;
    private @Nullable Instant answered;
    private int records;
    private @Nullable LocalDate newest;

    Walk(Source source, URI base) {
      this.source = source;
      this.base = base;
    }

    /**
     * The archive is brought up to date some hours after an announcement, so it proves the days
     * that it has changes of, and none beyond the day on which it answered. One archive may be
     * behind another; of one without changes it cannot be told.
     */
    @Nullable Instant upTo() {
      if (proven == null || unproven) {
        return null;
      }
      Instant day = ArxivCalendar.start(proven);
      Instant today = answered == null ? day : ArxivCalendar.day(answered);
      return day.isBefore(today) ? day : today;
    }

    /** Reads one archive's list to its end; null, or what went wrong. */
    @Nullable FetchOutcome list(String set, LocalDate from) {
      newest = null;
      FetchOutcome trouble = pages(set, from);
      unproven |= newest == null;
      proven = proven == null || (newest != null && newest.isBefore(proven)) ? newest : proven;
      return trouble;
    }

    private @Nullable FetchOutcome pages(String set, LocalDate from) {
      Set<String> tokens = new HashSet<>();
      String query = "metadataPrefix=arXivRaw&set=" + encoded(set) + "&from=" + from;
      for (int page = 0; page < PAGES; page++) {
        switch (ArxivDocument.get(http, HttpRequest.arxiv(url(query)))) {
          case ArxivDocument.Missing(FetchOutcome why) -> {
            return why;
          }
          case ArxivDocument.NotModified _ -> {
            return FetchOutcome.Failed.http(304, "arXiv answered 304 to a first question.");
          }
          case ArxivDocument.Whole whole -> {
            FetchOutcome error = error(whole);
            if (error != null) {
              return error;
            }
            String next = page(whole);
            if (next == null) {
              return null;
            }
            if (next.length() > LONGEST_TOKEN || !tokens.add(next)) {
              return new FetchOutcome.Failed(
                  FetchFailure.MALFORMED,
                  "arXiv's list of changes cannot be read on: its token is wrong.");
            }
            query = "resumptionToken=" + encoded(next);
          }
        }
      }
      return new FetchOutcome.Failed(
          FetchFailure.TOO_LONG, "arXiv's list of changes does not end.");
    }

    private URI url(String query) {
      return URI.create(
          base + (base.getRawQuery() == null ? "?" : "&") + "verb=ListRecords&" + query);
    }

    /** Takes a page's records; the token of the next page, or null after the last. */
    private @Nullable String page(ArxivDocument.Whole whole) {
      Instant at = FeedDates.read(ArxivDocument.text(whole.root(), "responseDate"));
      answered = answered == null ? at : answered; // what changes while we read may be missing
      Element list = ArxivDocument.child(whole.root(), "ListRecords");
      if (list == null) {
        return null; // noRecordsMatch
      }
      for (Element record : list.getChildren()) {
        if (record.getName().equals("record")) {
          record(record);
        }
      }
      return ArxivDocument.text(list, "resumptionToken");
    }

    private void record(Element record) {
      records++;
      Element header = ArxivDocument.child(record, "header");
      if (header == null) {
        return;
      }
      LocalDate changed = date(ArxivDocument.text(header, "datestamp"));
      newest = newest == null || (changed != null && changed.isAfter(newest)) ? changed : newest;
      ArxivPaper paper =
          "deleted".equals(header.getAttributeValue("status"))
              ? OaiRecord.deleted(header, changed)
              : OaiRecord.paper(record, header);
      boolean ours =
          paper != null
              && (paper.entry().categories().isEmpty()
                  || paper.entry().categories().stream().anyMatch(source.categories()::contains));
      if (ours) {
        papers.add(paper);
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Errors of the protocol (OAI-PMH 2.0 section 3.6); that nothing changed is none. */
  private static @Nullable FetchOutcome error(ArxivDocument.Whole whole) {
    if (!whole.root().getName().equals("OAI-PMH")) {
      return new FetchOutcome.Failed(FetchFailure.MALFORMED, "arXiv's answer is not OAI-PMH.");
    }
    Element error = ArxivDocument.child(whole.root(), "error");
    if (error == null) {
      boolean hasList = ArxivDocument.child(whole.root(), "ListRecords") != null;
      return whole.answered().delivers() && hasList
          ? null
          : new FetchOutcome.Failed(FetchFailure.MALFORMED, "arXiv's answer holds no list.");
    }
    String code = error.getAttributeValue("code", "an error");
    return code.equals("noRecordsMatch")
        ? null
        : new FetchOutcome.Failed(
            FetchFailure.BAD_QUERY, "arXiv says: " + TitleText.of(code + ": " + error.getText()));
  }

  private static @Nullable LocalDate date(@Nullable String stamp) {
    try {
      return stamp == null || stamp.length() < 10 ? null : LocalDate.parse(stamp.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
