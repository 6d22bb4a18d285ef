package dev.mldigest.extract.pdf;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes headings, paragraphs and captions of the lines of a PDF, by size and distance. Page
 * numbers, running heads, what stands above the abstract, and references are dropped.
 */
final class PdfProse {
  private static final Pattern CAPTION =
      Pattern.compile(
          captions().stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?:", ") \\d{1,3}[:.].*")));

  private static List<String> captions() {
    Map<String, WordList> papers = WordList.read("/extract/papers.txt").sections();
    return Objects.requireNonNull(papers.get("captions")).lines();
  }

  private enum Style {
    BODY,
    SMALL,
    HEADING,
    CAPTION
  }

  private final PdfHeadings headings;
  private final PdfHyphens hyphens;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> aside = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private final StringBuilder openAside = new StringBuilder();
  private Style asideStyle = Style.SMALL;
  private @Nullable PdfLine last;
  private @Nullable PdfLine lastAside;
  private boolean pageBegins;
  private boolean references;
  private boolean paper;

  private PdfProse(List<List<PdfLine>> pages) {
    this.headings = new PdfHeadings(pages);
    this.hyphens = new PdfHyphens(pages);
  }

  /** What was read; {@code title} is the largest text of the first page, or empty. */
  record Read(String title, List<Block> blocks, boolean paper) {}

  static Read read(List<PdfPage> pages) {
    List<List<PdfLine>> lines = new ArrayList<>();
    PdfFrame frame = new PdfFrame(pages);
    for (PdfPage page : pages) {
      lines.add(PdfColumns.ordered(page).stream().filter(l -> !frame.holds(page, l)).toList());
    }
    PdfProse prose = new PdfProse(lines);
    List<PdfLine> title = lines.isEmpty() ? List.of() : prose.headings.title(lines.getFirst());
    for (int i = 0; i < lines.size(); i++) {
      List<PdfLine> page = lines.get(i);
      int from = i == 0 ? PdfHeadings.front(page, title) : 0;
      for (PdfLine line : page.subList(0, from)) {
        prose.block(Block.Kind.PARAGRAPH, line.text(), Drop.METADATA);
      }
      prose.beginPage();
      page.subList(from, page.size()).forEach(prose::add);
    }
    prose.close();
    StringBuilder named = new StringBuilder();
    title.forEach(line -> prose.hyphens.join(named, line.text()));
    return new Read(named.toString(), prose.blocks, prose.paper);
  }

  private void beginPage() {
    pageBegins = true;
    closeAsideText();
  }

  private void add(PdfLine line) {
    Style style = style(line);
    switch (style) {
      case HEADING -> heading(line);
      case BODY -> body(line);
      case SMALL, CAPTION -> aside(line, style);
    }
  }

  private Style style(PdfLine line) {
    PdfLine before = lastAside;
    if (CAPTION.matcher(line.text()).matches()) {
      return Style.CAPTION;
    }
    if (before != null
        && follows(before, line)
        && asideStyle == Style.CAPTION
        && Math.abs(before.size() - line.size()) < 0.3f) {
      return Style.CAPTION;
    }
    if (line.size() < headings.bodySize * 0.93f) {
      return Style.SMALL;
    }
    return headings.isHeading(line) ? Style.HEADING : Style.BODY;
  }

  private void heading(PdfLine line) {
    boolean goesOn = goesOnHeading(line);
    close();
    StringBuilder whole = new StringBuilder(goesOn ? blocks.removeLast().text : "");
    hyphens.join(whole, line.text());
    String text = whole.toString();
    boolean list = PdfHeadings.isReferences(text);
    paper |= list || PdfHeadings.isAbstract(text);
    references = list || (references && !PdfHeadings.isAppendix(text));
    Block block = block(Block.Kind.HEADING, text, references ? Drop.NOTES : null);
    if (block != null) {
      block.level = PdfHeadings.level(text);
    }
    last = line;
    pageBegins = false;
  }

  private boolean goesOnHeading(PdfLine line) {
    PdfLine above = last;
    return !blocks.isEmpty()
        && blocks.getLast().isHeading()
        && open.isEmpty()
        && aside.isEmpty()
        && openAside.isEmpty()
        && above != null
        && !pageBegins
        && follows(above, line)
        && Math.abs(above.size() - line.size()) < 0.3f
        && !PdfHeadings.isSection(above.text())
        && !PdfHeadings.isNumbered(line.text());
  }

  private void body(PdfLine line) {
    PdfLine before = last;
    if (before != null && !open.isEmpty() && endsParagraph(before, line)) {
      closeBody();
    }
    hyphens.join(open, line.text());
    last = line;
    pageBegins = false;
  }

  private boolean endsParagraph(PdfLine before, PdfLine line) {
    boolean done = endsSentence(open);
    if (pageBegins || !follows(before, line)) {
      // A column or a page ended, or something stands between: the sentence decides.
      boolean within = !pageBegins && line.y() > before.y();
      return done || (within && Character.isUpperCase(line.text().codePointAt(0)));
    }
    return done && line.from() - before.from() > 0.7f * line.size();
  }

  private static boolean follows(PdfLine before, PdfLine line) {
    float down = line.y() - before.y();
    return down > -0.5f * line.size()
        && down < 1.75f * Math.max(line.size(), before.size())
        && line.from() < before.to()
        && line.to() > before.from();
  }

  private static boolean endsSentence(StringBuilder text) {
    int end = text.length() - 1;
    while (end > 0 && "\"'”’)]".indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    return end >= 0 && ".?!:".indexOf(text.charAt(end)) >= 0;
  }

  /** Footnotes and captions stand amid a sentence of the body; they are put behind it. */
  private void aside(PdfLine line, Style style) {
    PdfLine before = lastAside;
    boolean starts =
        before == null || !follows(before, line) || CAPTION.matcher(line.text()).matches();
    if (starts) {
      closeAsideText();
    }
    asideStyle = openAside.isEmpty() ? style : asideStyle;
    hyphens.join(openAside, line.text());
    lastAside = line;
  }

  private void closeAsideText() {
    boolean caption = asideStyle == Style.CAPTION;
    Block.Kind kind = caption ? Block.Kind.CAPTION : Block.Kind.PARAGRAPH;
    Block block = Blocks.ofText(kind, openAside.toString());
    openAside.setLength(0);
    lastAside = null;
    if (block != null) {
      block.drop = references ? Drop.NOTES : null;
      aside.add(block);
    }
  }

  private void closeBody() {
    block(Block.Kind.PARAGRAPH, open.toString(), references ? Drop.NOTES : null);
    open.setLength(0);
    blocks.addAll(aside);
    aside.clear();
  }

  private void close() {
    closeAsideText();
    closeBody();
  }

  private @Nullable Block block(Block.Kind kind, String text, @Nullable Drop drop) {
    Block block = Blocks.ofText(kind, text);
    if (block != null) {
      block.drop = drop;
      blocks.add(block);
    }
    return block;
  }
}
