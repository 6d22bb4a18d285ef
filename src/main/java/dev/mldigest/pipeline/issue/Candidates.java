package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The considered entries as selection wants them. Entries whose source has left feeds.yaml are
 * decided here, so that every harvested entry has its line in the ledger.
 *
 * @param known candidates with their source, by entry id
 * @param unread what became of reading, for candidates without an article
 * @param settled decisions on entries of sources that are no longer configured
 * @param archived decisions on what stands in the editor's own archive: nothing that was harvested
 */
record Candidates(
    List<Candidate> known,
    Map<String, ExtractOutcome> unread,
    List<Decision> settled,
    List<Decision> archived) {

  private static final ExtractOutcome NO_LINK =
      new ExtractOutcome.Unreadable(PageKind.EMPTY, "It has no link that a reader could follow.");
  private static final ExtractOutcome NO_SENTENCE =
      new ExtractOutcome.Unreadable(
          PageKind.EMPTY, "Not one sentence of its text is fit to be printed.");

  static Candidates of(List<Considered> considered, Settings settings) {
    Map<String, Source> sources =
        settings.sources().stream().collect(Collectors.toMap(Source::id, source -> source));
    List<Candidate> known = new ArrayList<>();
    Map<String, ExtractOutcome> unread = new HashMap<>();
    List<Decision> settled = new ArrayList<>();
    List<Decision> archived = new ArrayList<>();
    for (Considered one : considered) {
      Source source = sources.get(one.entry().sourceId());
      if (source == null) {
        settled.add(orphan(one));
        continue;
      }
      if (source.kind() == SourceKind.ARCHIVE) {
        archived.add(archived(one, source));
        continue;
      }
      Candidate candidate = new Candidate(one.entry(), source, one.article());
      boolean linked =
          DigestMarkdown.canLinkTo(candidate.address()) || source.kind() == SourceKind.NEWSLETTER;
      known.add(linked ? candidate : new Candidate(one.entry(), source, null));
      if (!linked) {
        unread.put(one.entry().id(), NO_LINK);
      } else if (one.article() == null && one.outcome() != null) {
        unread.put(one.entry().id(), one.outcome());
      }
    }
    return new Candidates(known, unread, settled, archived);
  }

  /** The same with the texts of these stories taken away: no summary could be made of them. */
  Candidates without(List<Story> unprintable) {
    Set<String> ids =
        unprintable.stream().map(story -> story.primary().id()).collect(Collectors.toSet());
    Map<String, ExtractOutcome> outcomes = new HashMap<>(unread);
    ids.forEach(id -> outcomes.put(id, NO_SENTENCE));
    List<Candidate> rest =
        known.stream()
            .map(one ->
                ids.contains(one.id()) ? new Candidate(one.entry(), one.source(), null) : one)
            .toList();
    return new Candidates(rest, outcomes, settled, archived);
  }

  /** Every decision on what was harvested: selection's and those that needed none. */
  List<Decision> decisions(Shortlist shortlist) {
    List<Decision> all = new ArrayList<>(shortlist.decisions());
    all.addAll(settled);
    return all;
  }

  private static Decision archived(Considered one, Source archive) {
    return new Decision(
        one.entry().id(),
        Reason.DUPLICATE,
        "Published already: it stands in the archive '" + archive.title() + "'.",
        null,
        0);
  }

  private static Decision orphan(Considered one) {
    return new Decision(
        one.entry().id(),
        Reason.OFF_TOPIC,
        "Its source '" + one.entry().sourceId() + "' is no longer in feeds.yaml.",
        null,
        0);
  }
}
