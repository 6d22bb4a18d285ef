package dev.mldigest.pipeline.past;

import dev.mldigest.assemble.Prose;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.opening.Voice;
import dev.mldigest.text.Sentences;
import dev.mldigest.text.TextLength;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the editor wrote in earlier issues: the sentences of the digests as they were published or
 * left that the program had not put there. Everything else in them is a source's or a model's.
 */
public final class EditorsProse {
  /** Half a year: an editor's style of today. */
  private static final int MOST_ISSUES = 26;

  /** Fewer are a heading or a mark of approval, not a sentence to learn a voice from. */
  private static final int FEWEST_WORDS = 6;

  private EditorsProse() {}

  public static Voice before(Week week, Store store, IssueFiles files) {
    return new Voice(
        PastDigests.before(week, store, files).stream()
            .limit(MOST_ISSUES)
            .filter(past -> past.reviewed().touched())
            .flatMap(past -> own(past.generated(), past.text()).stream())
            .toList());
  }

  /** Paragraph by paragraph, the sentences that the generated text does not have. */
  static List<String> own(String generated, String text) {
    Set<String> ours = new HashSet<>();
    Prose.paragraphs(Approval.strip(generated))
        .forEach(paragraph -> ours.addAll(Sentences.of(paragraph)));
    List<String> passages = new ArrayList<>();
    for (String paragraph : Prose.paragraphs(Approval.strip(text))) {
      List<String> own =
          Sentences.of(paragraph).stream().filter(sentence -> !ours.contains(sentence)).toList();
      String passage = String.join(" ", own);
      if (TextLength.words(passage) >= FEWEST_WORDS) {
        passages.add(passage);
      }
    }
    return passages;
  }
}
