package dev.mldigest.extract.block;

import dev.mldigest.extract.body.BlockFilter;
import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements that were not dropped as a list of blocks, in one walk and without recursion:
 * where lines break, what is a heading, item, cell or code, and the TeX of formulas. What to keep
 * is left to {@link BlockFilter}.
 */
public final class BlockReader implements NodeFilter {
  /** Spans are followed so far to the right. */
  private static final int MOST_COLUMNS = 100;

  private final Outline page;
  private final List<Block> blocks = new ArrayList<>();
  private final Inline inline = new Inline();
  private final Deque<ListLevel> lists = new ArrayDeque<>();
  private final Deque<Element> captions = new ArrayDeque<>();
  private final Deque<TableLevel> tables = new ArrayDeque<>();
  private final Deque<Integer> lines = new ArrayDeque<>();
  private final boolean furnitureToo;
  private final Superscripts raised;
  private int next;
  private int current;
  private int furniture;
  private int furnitureEnd;
  private int quotes;
  private int links;
  private @Nullable Element heading;
  private @Nullable Element pre;

  /** Told beside the line, and in brackets in it. */
  private @Nullable Element note;

  private BlockReader(Outline page, int body, boolean furnitureToo) {
    this.page = page;
    this.next = body;
    this.furnitureToo = furnitureToo;
    this.raised = new Superscripts(page);
  }

  /** The blocks of one element, without what was dropped. */
  public static List<Block> read(Outline page, int body) {
    return read(page, body, false);
  }

  /** The blocks of the whole page, furniture too, each with what marks it as such. */
  public static List<Block> readAll(Outline page) {
    return read(page, 0, true);
  }

  private static List<Block> read(Outline page, int body, boolean furnitureToo) {
    BlockReader reader = new BlockReader(page, body, furnitureToo);
    NodeTraversor.filter(reader, page.element[body]);
    reader.flush(body);
    reader.blocks.forEach(block -> block.inBody = true);
    return reader.blocks;
  }

  private static final class ListLevel {
    final boolean ordered;
    int number;
    @Nullable Element item;
    boolean opened;

    ListLevel(boolean ordered, int number) {
      this.ordered = ordered;
      this.number = number;
    }
  }

  private static final class TableLevel {
    final Element table;
    final boolean data;
    @Nullable Element row;
    int line = -1;
    int column;
    int rows;
    boolean inCell;

    /** The next cell of the row begins here, or behind what spans into the row from above. */
    private int next;

    /** For each column the first line that is free again. */
    private final int[] free = new int[MOST_COLUMNS];

    TableLevel(Element table, boolean data) {
      this.table = table;
      this.data = data;
    }

    void openRow(Element e) {
      row = e;
      line++;
      next = 0;
    }

    /** HTML standard, section 4.9.12.1: the algorithm for processing rows. */
    void openCell(Element e) {
      while (next < MOST_COLUMNS && free[next] > line) {
        next++;
      }
      column = next;
      rows = span(e, "rowspan");
      // What stands beyond is read without a column of its own.
      next = Math.min(MOST_COLUMNS, next + Math.max(1, span(e, "colspan")));
      // Of "0" rows: to the end of the group.
      int until = rows == 0 ? Integer.MAX_VALUE : line + rows;
      for (int i = column; i < next; i++) {
        free[i] = until;
      }
      inCell = true;
    }

    /** No cell spans beyond its group of rows. */
    void openGroup() {
      Arrays.fill(free, 0);
    }

    private static int span(Element e, String name) {
      String span = e.attr(name).strip();
      return span.matches("\\d{1,5}") ? Integer.parseInt(span) : 1;
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof Element e) {
      if (page.drop[next] != null && !isReadable(next)) {
        next = page.end[next];
        inline.gap(e);
        return FilterResult.SKIP_ENTIRELY;
      }
      if ((pre != null && isGutter(e)) || (heading != null && isPermalink(e))) {
        next = page.end[next];
        return FilterResult.SKIP_ENTIRELY;
      }
      current = next++;
      return open(e);
    }
    if (node instanceof TextNode t && !isBetweenCells(t)) {
      inline.add(t.getWholeText(), links > 0, pre != null);
    }
    return FilterResult.CONTINUE;
  }

  /** Furniture that stands for itself can be read like the rest; amid a line it is left out. */
  private boolean isReadable(int i) {
    boolean readable =
        furnitureToo
            && page.drop[i] != Drop.SILENT
            && page.drop[i] != Drop.HIDDEN
            && page.drop[i] != Drop.STRUCK
            && page.block[i];
    if (readable && i >= furnitureEnd) {
      furniture = i;
      furnitureEnd = page.end[i];
    }
    return readable;
  }

  private FilterResult open(Element e) {
    String formula = Tex.of(e);
    if (formula != null) {
      inline.addVerbatim(formula);
      next = page.end[current];
      current = page.parent[current];
      return FilterResult.SKIP_ENTIRELY;
    }
    if (readRaised(e)) {
      next = page.end[current];
      current = page.parent[current];
      return FilterResult.SKIP_ENTIRELY;
    }
    InlineGaps.Kind parting = pre == null ? parting(e) : InlineGaps.Kind.NONE;
    // One that stands apart may be the words that a note belongs to.
    if (parting == InlineGaps.Kind.NOTE && note == null && inline.isAmidWord()) {
      note = e;
      inline.space();
      inline.add("(", links > 0, false);
    }
    String tag = e.normalName();
    if (pre != null && !tag.equals("br") && !tag.equals("a")) {
      openInCode(tag);
      return FilterResult.CONTINUE;
    }
    if (page.block[current] && pre == null) {
      boundary(Math.max(0, page.parent[current]));
    }
    switch (tag) {
      case "br" -> lineBreak();
      case "hr" -> flush(current);
      case "ul", "menu", "dir" -> lists.push(new ListLevel(false, 0));
      case "ol" -> lists.push(new ListLevel(true, start(e)));
      case "li" -> openItem(e);
      case "blockquote" -> quotes++;
      case "pre" -> pre = e;
      case "figcaption", "caption" -> captions.push(e);
      case "table" -> {
        if (isCode(current)) {
          pre = e;
        } else {
          tables.push(new TableLevel(e, DataTable.is(e) && !inData()));
        }
      }
      case "thead", "tbody", "tfoot" -> openGroup();
      case "tr" -> openRow(e);
      case "td", "th" -> openCell(e);
      case "a" -> {
        links++;
        inline.openLink();
      }
      case "code", "kbd", "samp", "tt" -> inline.openCode(pre != null);
      default -> {
        if (Tags.headingLevel(tag) > 0 && heading == null) {
          heading = e;
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  /** What parts the element from the text before it is written; the same stands behind it. */
  private InlineGaps.Kind parting(Element e) {
    InlineGaps.Kind kind = page.block[current] ? InlineGaps.Kind.NONE : InlineGaps.of(e);
    switch (kind) {
      case NONE, NOTE -> {}
      case SEAM -> inline.seam();
      case SPACE -> inline.space();
      case BELOW -> {
        if (inline.endsInDigit()) {
          inline.add("/", links > 0, false);
        }
      }
    }
    return kind;
  }

  /** Whether the element was read as an exponent, an index or the mark of a note. */
  private boolean readRaised(Element e) {
    boolean link = e.normalName().equals("a");
    if (!link && !Superscripts.is(e)) {
      return pre == null && raised.isNamedMark(e, inline.before(false));
    }
    String before = inline.before(pre != null);
    if (link && pre == null && raised.isMark(e, before)) {
      return true;
    }
    String own = Superscripts.is(e) ? raised.read(e, before) : null;
    if (own != null) {
      inline.add(own, links > 0, pre != null);
    } else if (!link && Superscripts.collides(e, before)) {
      inline.space();
    }
    return own != null;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element e) {
      close(e);
      current = page.parent[current];
    }
    return FilterResult.CONTINUE;
  }

  private void close(Element e) {
    String tag = e.normalName();
    switch (tag) {
      case "a" -> {
        links--;
        inline.closeLink(e);
      }
      case "code", "kbd", "samp", "tt" -> inline.closeCode();
      default -> {}
    }
    if (!page.block[current]) {
      if (pre == null) {
        part(e);
      }
      return;
    }
    if (e.equals(pre)) {
      code(e);
      pre = null;
      return;
    }
    if (pre != null) {
      closeInCode(e, tag);
      return;
    }
    if (tag.equals("td") || tag.equals("th")) {
      closeCell();
    }
    boundary(current);
    switch (tag) {
      case "ul", "ol", "menu", "dir" -> lists.poll();
      case "blockquote" -> quotes--;
      case "figcaption", "caption" -> captions.poll();
      case "table" -> tables.poll();
      default -> {
        if (e.equals(heading)) {
          heading = null;
        }
      }
    }
  }

  private void part(Element e) {
    switch (InlineGaps.of(e)) {
      case NONE -> {}
      case SEAM, BELOW, NOTE -> inline.seam();
      case SPACE -> inline.space();
    }
    if (e.equals(note)) {
      note = null;
      inline.glue();
      inline.add(")", links > 0, false);
    }
  }

  /** Lists, tables and headings within code are only how its lines are set. */
  private void openInCode(String tag) {
    if (Tags.BLOCK.contains(tag)) {
      if (!isCell(tag)) {
        inline.endCodeLine();
      }
      lines.push(inline.codeLength());
    }
  }

  /** A block element within code is a line of its own, as some highlighters write. */
  private void closeInCode(Element e, String tag) {
    boolean empty = lines.pop() == inline.codeLength();
    if (isCell(tag)) {
      return;
    }
    if (!empty) {
      inline.endCodeLine();
    } else if (isLine(e, e.nextElementSibling()) || isLine(e, e.previousElementSibling())) {
      inline.newLine();
    }
  }

  private static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  /** An empty element is an empty line only if its neighbour looks the same. */
  private static boolean isLine(Element e, @Nullable Element neighbour) {
    return neighbour != null
        && neighbour.normalName().equals(e.normalName())
        && neighbour.attr("class").equals(e.attr("class"));
  }

  /** A table whose rows say which line of a file they are is code, though no element says so. */
  private boolean isCode(int table) {
    for (int i = table + 1; i < Math.min(page.end[table], table + 6); i++) {
      if (isCell(page.tag(i)) && page.element[i].hasAttr("data-line-number")) {
        return true;
      }
    }
    return false;
  }

  /** The cell with a line's number, beside the one with the line. */
  private boolean isGutter(Element e) {
    Element beside = isCell(e.normalName()) ? e.nextElementSibling() : null;
    // Few elements: so that nested tables are not read once a level.
    return beside != null
        && isCell(beside.normalName())
        && page.end[next] - next <= 4
        && isNumbers(e.wholeText());
  }

  /** The sign beside a heading by which readers link to it. */
  private boolean isPermalink(Element e) {
    if (!e.normalName().equals("a") || page.end[next] - next > 2) {
      return false;
    }
    String sign = e.wholeText().strip();
    return sign.length() == 1 && !Character.isLetterOrDigit(sign.charAt(0));
  }

  private static boolean isNumbers(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i)) && !Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isBetweenCells(TextNode text) {
    if (pre == null || !text.isBlank()) {
      return false;
    }
    return switch (text.parentNode() == null ? "" : text.parentNode().normalName()) {
      case "table", "tbody", "thead", "tr" -> true;
      default -> false;
    };
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,6}") ? Integer.parseInt(start) - 1 : 0;
  }

  private void openItem(Element e) {
    ListLevel level = lists.peek();
    if (level == null) {
      level = new ListLevel(false, 0);
      lists.push(level);
    }
    level.number++;
    level.item = e;
    level.opened = false;
  }

  private boolean inData() {
    TableLevel table = tables.peek();
    return table != null && table.data;
  }

  private void openRow(Element e) {
    TableLevel table = tables.peek();
    if (table != null) {
      table.openRow(e);
    }
  }

  private void openGroup() {
    TableLevel table = tables.peek();
    if (table != null) {
      table.openGroup();
    }
  }

  private void openCell(Element e) {
    TableLevel table = tables.peek();
    if (table != null) {
      table.openCell(e);
    }
  }

  private void closeCell() {
    TableLevel table = tables.peek();
    if (table != null) {
      table.inCell = false;
      if (table.data && table.row != null) {
        Block block = inline.take(Block.Kind.CELL, current);
        if (block != null) {
          block.cell = new Block.Cell(table.table, table.row, table.column, table.line, table.rows);
          add(block);
        }
      }
    }
  }

  private void lineBreak() {
    if (pre != null) {
      inline.newLine();
    } else if (inData() || heading != null) {
      inline.space();
    } else if (inline.lineBreak()) {
      flush(Math.max(0, page.parent[current]));
    }
  }

  /** A block begins or ends: within the cell of a data table that is only a space. */
  private void boundary(int container) {
    TableLevel table = tables.peek();
    if (table != null && table.data && table.inCell) {
      inline.space();
    } else {
      flush(container);
    }
  }

  private void flush(int container) {
    Block.Kind kind =
        heading != null
            ? Block.Kind.HEADING
            : captions.isEmpty() ? Block.Kind.PARAGRAPH : Block.Kind.CAPTION;
    Block block = inline.take(kind, container);
    if (block != null) {
      block.level = heading == null ? 0 : Tags.headingLevel(heading.normalName());
      add(block);
    }
  }

  private void code(Element e) {
    lines.clear();
    Block block = inline.takeCode(current);
    if (block != null && !isLineNumbers(block.text)) {
      block.language = CodeLanguage.of(e);
      add(block);
    }
  }

  /** In the cell of a table, beside the code they number. */
  private boolean isLineNumbers(String text) {
    boolean cell = false;
    for (int p = current, up = 0; p >= 0 && up < 4; p = page.parent[p], up++) {
      cell |= isCell(page.tag(p));
    }
    if (!cell || !isNumbers(text)) {
      return false;
    }
    int number = -1;
    for (String line : text.split("\n")) {
      String digits = line.strip();
      int value = digits.isEmpty() || digits.length() > 7 ? -2 : Integer.parseInt(digits);
      if (value < 0 || (number >= 0 && value != number + 1)) {
        return false;
      }
      number = value;
    }
    return true;
  }

  private void add(Block block) {
    block.quotes = quotes;
    block.furniture =
        block.container >= furniture && block.container < furnitureEnd
            ? page.drop[furniture]
            : null;
    ListLevel level = lists.peek();
    if (level != null && level.item != null) {
      block.item = new Block.Item(level.item, lists.size(), level.ordered, level.number);
      block.opensItem = !level.opened;
      level.opened = true;
    }
    blocks.add(block);
  }
}
