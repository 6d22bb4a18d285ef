package dev.mldigest.extract.block;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Parts inline elements from the line around them as {@link InlineGaps} says; a note told beside
 * the line stands in brackets in it.
 */
final class Partings {
  private final Inline line;
  private @Nullable Element note;

  Partings(Inline line) {
    this.line = line;
  }

  void open(Element e) {
    switch (InlineGaps.of(e)) {
      case NONE -> {}
      case SEAM -> line.seam();
      case SPACE -> line.space();
      case BELOW -> line.fraction();
      case NOTE -> openNote(e);
    }
  }

  /** One that stands apart may be the words that a note belongs to. */
  private void openNote(Element e) {
    if (note == null && line.isAmidWord()) {
      note = e;
      line.space();
      line.add("(");
    }
  }

  void close(Element e) {
    switch (InlineGaps.of(e)) {
      case NONE -> {}
      case SEAM, BELOW, NOTE -> line.seam();
      case SPACE -> line.space();
    }
    if (e.equals(note)) {
      note = null;
      line.glue();
      line.add(")");
    }
  }
}
