package dev.mldigest.pipeline.card;

import dev.mldigest.review.desk.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of an issue as it stands in the digest, with what it rests on.
 *
 * @param id that acts name it by
 * @param section words of the heading it stands under, empty where there is none
 * @param source title of its source; empty for the editor's own words
 * @param highlight for whom it is, or empty
 * @param note to the readers, or empty
 * @param edited true if anything of it is not as it was generated
 * @param own true for a block that neither a run nor a pick put there
 * @param seen true if the editor looked at it
 * @param line of its heading in digest.md, from 1
 * @param why one sentence: what made it rank
 */
public record Card(
    String id,
    String section,
    String title,
    String link,
    String source,
    List<Sentence> sentences,
    String highlight,
    String note,
    Mark mark,
    boolean edited,
    boolean own,
    boolean seen,
    int line,
    Dates dates,
    String why) {
  public Card {
    sentences = List.copyOf(sentences);
  }

  public boolean accepted() {
    return mark.accepted();
  }

  /** True if another program changed it since it was accepted. */
  public boolean lapsed() {
    return mark.isLapsed();
  }

  public boolean pinned() {
    return mark.pinned();
  }

  /** Sentences that rest on nothing, and for which nobody has answered yet. */
  public List<Sentence> open() {
    return sentences.stream().filter(Sentence::isOpen).toList();
  }

  /** Whether a sentence says something that could be true or false. */
  public enum Nature {
    CLAIM,
    /** It stands in a block of code and nowhere else. */
    CODE,
    /** It has no word, such as the number of an entry of a list. */
    WORDLESS
  }

  /**
   * A sentence of the summary.
   *
   * @param text plain, never markup
   * @param evidence where its source says so; empty where nothing was found
   * @param byEditor true if the program did not put it there
   * @param nature what it is, for evidence
   * @param vouched the editor's reason why it may stand without evidence, or empty
   * @param paragraph of the item that it stands in, from 0
   */
  public record Sentence(
      String text,
      List<Quote> evidence,
      boolean byEditor,
      Nature nature,
      String vouched,
      int paragraph) {
    public Sentence {
      evidence = List.copyOf(evidence);
    }

    /**
     * It wants evidence, or somebody who answers for it. The page, the gate and lint go by this.
     */
    public boolean isOpen() {
      return nature == Nature.CLAIM && evidence.isEmpty() && vouched.isEmpty();
    }
  }

  /**
   * What a sentence rests on.
   *
   * @param text as the source has it
   * @param sourceLink where it was read
   * @param paragraph of the source's text, from 0; -1 where the text is not kept any more
   */
  public record Quote(String text, String sourceLink, int paragraph) {}

  /**
   * Four times, each null where nobody states it.
   *
   * @param happened the day that the source's own text names
   * @param published as its feed says
   * @param publishedByPage as its page says
   * @param found when a run first saw it
   */
  public record Dates(
      @Nullable LocalDate happened,
      @Nullable Instant published,
      @Nullable Instant publishedByPage,
      @Nullable Instant found) {
    public static final Dates NONE = new Dates(null, null, null, null);
  }
}
