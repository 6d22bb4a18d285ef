package dev.mldigest.extract.block;

import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts inline elements from the line around them as {@link InlineGaps} says; a note told beside
 * the line stands in brackets in it.
 */
final class Partings {
  private static final int NONE = -1;

  private final Inline line;
  private final InlineGaps gaps;

  /** Of the elements that are open. */
  private final Deque<InlineGaps.Kind> open = new ArrayDeque<>();

  private int note = NONE;

  Partings(Outline page, Inline line, ByClass names) {
    this.line = line;
    this.gaps = new InlineGaps(page, names);
  }

  void open(int i) {
    InlineGaps.Kind kind = gaps.of(i);
    open.push(kind);
    switch (kind) {
      case NONE -> {}
      case SEAM -> line.seam();
      case SPACE -> line.space();
      case BELOW -> line.fraction();
      case NOTE -> openNote(i);
    }
  }

  /** One that stands apart may be the words that a note belongs to. */
  private void openNote(int i) {
    if (note == NONE && line.isAmidWord()) {
      note = i;
      line.space();
      line.add("(");
    }
  }

  /**
   * @param i the innermost that is open
   */
  void close(int i) {
    switch (open.pop()) {
      case NONE -> {}
      case SEAM, BELOW, NOTE -> line.seam();
      case SPACE -> line.space();
    }
    if (i == note) {
      note = NONE;
      line.glue();
      line.add(")");
    }
  }
}
