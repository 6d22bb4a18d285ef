package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.pipeline.past.Learned;
import dev.mldigest.select.Panel;
import dev.mldigest.select.Selection;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stories → shortlist → summarised: chooses, and has the picks told. A pick of which no sentence
 * can be printed makes room for the next best.
 */
record Choice(Store store, Selection selection, Summaries summaries) {
  /** Rounds of replacing what cannot be printed; each takes at least one entry out. */
  private static final int REPLACEMENTS = 20;

  /** Half a year of a weekly letter. */
  private static final int ENTRIES = 26;

  Chosen of(Candidates candidates, Issues.Stored open, Learned learned, Panel panel) {
    return of(candidates, open, learned, panel, REPLACEMENTS);
  }

  private Chosen of(
      Candidates candidates, Issues.Stored open, Learned learned, Panel panel, int replacements) {
    Shortlist shortlist =
        selection.choose(
            candidates.known(),
            candidates.unread(),
            open.window(),
            store.issues().lastCutOff(open.week()).isEmpty(),
            learned.past(),
            learned.archive(),
            learned.taste(),
            panel);
    shortlist.picks().forEach(pick -> know(pick.story().primary().source(), open));
    Map<String, SummaryOutcome> written =
        summaries.of(shortlist.picks(), learned.voice(), store.edits().rewrites(open.week()));
    List<Story> unprintable =
        shortlist.picks().stream()
            .map(Pick::story)
            .filter(story -> Objects.requireNonNull(written.get(story.id())).isEmpty())
            .toList();
    return unprintable.isEmpty() || replacements == 0
        ? new Chosen(shortlist, written, candidates.decisions(shortlist), candidates.archived())
        : of(
            candidates.without(unprintable),
            open,
            learned.without(unprintable),
            panel,
            replacements - 1);
  }

  /** A listing of papers says nothing twice; of others some entries are as good as all. */
  private void know(Source source, Issues.Stored open) {
    if (!source.kind().isPaper()) {
      summaries.know(
          source.id(), store.articles().textsOf(source.id(), open.window().to(), ENTRIES));
    }
  }
}
