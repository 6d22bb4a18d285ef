package dev.mldigest.extract.block;

import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Reads the elements that were not dropped as a list of blocks, in one walk and without recursion:
 * where lines break, what is a heading, item, cell or code, and the TeX of formulas. What to keep
 * is left to others.
 */
final class BlockReader {
  private static final int NONE = -1;

  private final Outline page;
  private final List<Block> blocks = new ArrayList<>();
  private final Inline line = new Inline();
  private final Partings partings;
  private final CodeText code = new CodeText();
  private final CodeLines codeLines;
  private final LineNumbers lineNumbers;
  private final ListLevels lists = new ListLevels();
  private final TableLevels tables = new TableLevels();
  private final Deque<Element> captions = new ArrayDeque<>();
  private final Furniture furniture;
  private final Signs signs;

  /** Index of the element that is opened next, of the text read next, and of what is open. */
  private int next;

  private int nextText;
  private int current;
  private int quotes;
  private int heading = NONE;

  private BlockReader(Outline page, int from, boolean furnitureToo) {
    this.page = page;
    this.next = from;
    this.nextText = page.firstText[from];
    this.current = page.parent[from];
    this.furniture = new Furniture(page, furnitureToo);
    this.codeLines = new CodeLines(page);
    ByClass names = InlineGaps.names(page);
    this.partings = new Partings(page, line, names);
    this.signs = new Signs(page, new Superscripts(page, names), line, code);
    this.lineNumbers = new LineNumbers(page);
  }

  /**
   * @param from index of the element whose blocks are read
   * @param furnitureToo whether to read what was dropped as furniture too
   */
  static List<Block> read(Outline page, int from, boolean furnitureToo) {
    BlockReader reader = new BlockReader(page, from, furnitureToo);
    reader.walk(from);
    reader.flush(from);
    reader.blocks.forEach(block -> block.inBody = true);
    return reader.blocks;
  }

  private void walk(int from) {
    while (next < page.end[from] || nextText < page.endText[from]) {
      if (nextText < page.endText[from] && page.textBefore[nextText] <= next) {
        closeUpTo(page.textIn[nextText]);
        addText(nextText++);
      } else {
        closeUpTo(page.parent[next]);
        enter();
      }
    }
    closeUpTo(page.parent[from]);
  }

  private void enter() {
    boolean dropped = page.drop[next] != null && !furniture.enter(next);
    if (dropped && page.block[next]) {
      line.space(); // between two words that it parts
    }
    if (dropped || isNoText() || signs.read(next)) {
      nextText = page.endText[next];
      next = page.end[next];
    } else {
      current = next++;
      open(page.element[current]);
    }
  }

  private boolean isNoText() {
    return code.isOpen()
        ? lineNumbers.is(next)
            || CodeGutters.isNumber(page, next)
            || (heading != NONE && isPermalink())
        : heading != NONE && isPermalink();
  }

  /** The sign beside a heading by which readers link to it. */
  private boolean isPermalink() {
    if (!page.tag(next).equals("a") || page.end[next] - next > 2) {
      return false;
    }
    String sign = page.element[next].wholeText().strip();
    return sign.length() == 1 && !Character.isLetterOrDigit(sign.charAt(0));
  }

  private void addText(int i) {
    if (!code.isOpen()) {
      line.add(page.texts[i], page.texMarks[i]);
    } else if (!CodeGutters.isBetweenCells(page.texts[i], page.tag(page.textIn[i]))) {
      code.add(page.texts[i]);
    }
  }

  private void open(Element e) {
    String tag = page.tag(current);
    if (!code.isOpen()) {
      if (page.block[current]) {
        boundary(Math.max(0, page.parent[current]));
      } else {
        partings.open(current);
      }
      openInText(e, tag);
    } else if (tag.equals("br")) {
      code.newLine();
    } else if (tag.equals("a")) {
      line.openLink();
    } else {
      code.openElement(tag);
    }
  }

  private void openInText(Element e, String tag) {
    switch (tag) {
      case "br" -> lineBreak();
      case "hr" -> flush(current);
      case "ul", "ol", "menu", "dir" -> lists.open(e);
      case "li" -> lists.openItem(e);
      case "blockquote" -> quotes++;
      case "pre" -> openCode(e);
      case "div" -> openDiv(e);
      case "figcaption", "caption" -> captions.push(e);
      case "table" -> openTable(e);
      case "thead", "tbody", "tfoot" -> tables.openGroup();
      case "tr" -> tables.openRow(e);
      case "td", "th" -> tables.openCell(e);
      case "a" -> line.openLink();
      case "code", "kbd", "samp", "tt" -> line.openCode();
      default -> heading = heading == NONE && Tags.headingLevel(tag) > 0 ? current : heading;
    }
  }

  private void openCode(Element e) {
    code.open(current);
    codeLines.open(e);
    lineNumbers.open(current);
  }

  private void openDiv(Element e) {
    if (codeLines.areIn(current)) {
      openCode(e);
    }
  }

  private void openTable(Element e) {
    if (CodeGutters.isCode(page, current)) {
      openCode(e);
    } else {
      tables.open(e);
    }
  }

  private void closeUpTo(int element) {
    while (current != element) {
      close(page.element[current], page.tag(current));
      current = page.parent[current];
    }
  }

  private void close(Element e, String tag) {
    switch (tag) {
      case "a" -> line.closeLink(e, page.href(current));
      case "code", "kbd", "samp", "tt" -> line.closeCode();
      default -> {}
    }
    if (code.isEndedBy(current)) {
      closeCode(e);
    } else if (code.isOpen()) {
      if (page.block[current]) {
        code.closeElement(e);
      } else if (codeLines.isLine(e)) {
        code.newLine();
      }
    } else if (page.block[current]) {
      closeInText(tag);
    } else {
      partings.close(current);
    }
  }

  private void closeCode(Element e) {
    Block block = code.take(current);
    if (block != null && !CodeGutters.isNumbers(page, current, block.text)) {
      block.language = CodeLanguage.of(e);
      add(block);
    }
  }

  private void closeInText(String tag) {
    if (CodeGutters.isCell(tag)) {
      closeCell();
    }
    boundary(current);
    switch (tag) {
      case "ul", "ol", "menu", "dir" -> lists.close();
      case "blockquote" -> quotes--;
      case "figcaption", "caption" -> captions.poll();
      case "table" -> tables.close();
      default -> heading = current == heading ? NONE : heading;
    }
  }

  private void closeCell() {
    Block.Cell cell = tables.closeCell();
    Block block = cell == null ? null : line.take(Block.Kind.CELL, current);
    if (block != null) {
      block.cell = cell;
      add(block);
    }
  }

  private void lineBreak() {
    if (tables.isInData() || heading != NONE) {
      line.space();
    } else if (line.lineBreak()) {
      flush(Math.max(0, page.parent[current]));
    }
  }

  /** A block begins or ends: within the cell of a data table that is only a space. */
  private void boundary(int container) {
    if (tables.isInCellOfData()) {
      line.space();
    } else {
      flush(container);
    }
  }

  private void flush(int container) {
    Block.Kind kind =
        heading != NONE
            ? Block.Kind.HEADING
            : captions.isEmpty() ? Block.Kind.PARAGRAPH : Block.Kind.CAPTION;
    Block block = line.take(kind, container);
    if (block != null) {
      block.level = heading == NONE ? 0 : Tags.headingLevel(page.tag(heading));
      add(block);
    }
  }

  private void add(Block block) {
    block.quotes = quotes;
    block.furniture = furniture.of(block);
    lists.place(block);
    blocks.add(block);
  }
}
