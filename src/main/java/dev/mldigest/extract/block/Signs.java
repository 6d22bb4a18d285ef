package dev.mldigest.extract.block;

import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Outline;
import org.jsoup.nodes.Element;

/**
 * Reads the elements that are one sign of their line as a whole: a formula, an exponent or index,
 * the mark of a note, which is left out.
 */
final class Signs {
  private final Outline page;
  private final Superscripts scripts;
  private final Inline line;
  private final CodeText code;

  Signs(Outline page, Superscripts scripts, Inline line, CodeText code) {
    this.page = page;
    this.scripts = scripts;
    this.line = line;
    this.code = code;
  }

  /** Reads an element if it is such a sign; else says no, and nothing was read. */
  boolean read(int i) {
    if (!page.sign[i]) {
      return false;
    }
    Element e = page.element[i];
    String formula = Tex.of(page, i);
    if (formula != null) {
      line.addVerbatim(formula);
      return true;
    }
    boolean link = page.tag(i).equals("a");
    boolean shifted = scripts.isShifted(i);
    if ((link || !shifted) && !code.isOpen() && scripts.isPlainMark(i, line)) {
      return true;
    }
    if (!shifted) {
      return false;
    }
    LineEnd before = code.isOpen() ? code.end() : line.end();
    String own = scripts.read(e, before);
    if (own != null) {
      write(own);
    } else if (!link && Superscripts.collides(e, before)) {
      line.space();
    }
    return own != null;
  }

  private void write(String script) {
    if (code.isOpen()) {
      code.add(script);
    } else {
      line.add(script);
    }
  }
}
