package dev.mldigest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes headings and paragraphs of the lines of a PDF: by size, weight and distance, as a reader
 * does. Page numbers, running heads, what stands above the abstract, and references are dropped.
 */
final class PdfProse {
  private static final Words PAPERS = Words.load("papers.txt");
  private static final Set<String> ABSTRACT = PAPERS.section("abstract");
  private static final Set<String> REFERENCES = PAPERS.section("references");
  private static final Set<String> SECTIONS = PAPERS.section("sections");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[A-Z](?:\\.\\d{1,2}){0,3})\\.?\\s+");
  private static final Pattern APPENDIX =
      Pattern.compile("(?:[A-Z](?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}|(?i:appendi|supplement)).*");
  private static final Pattern CAPTION =
      Pattern.compile("(?:Figure|Fig\\.|Table|Algorithm|Listing) \\d{1,3}[:.].*");
  private static final Pattern RUN_IN_ABSTRACT =
      Pattern.compile("(?i:abstract)\\s?[:.\u2014\u2013-].{10,}");
  private static final int LONGEST_HEADING = 110;
  private static final int LONGEST_TITLE = 300;

  private enum Style {
    BODY,
    SMALL,
    HEADING,
    CAPTION
  }

  private final float bodySize;
  private final Set<String> known = new HashSet<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> aside = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private final StringBuilder openAside = new StringBuilder();
  private Style asideStyle = Style.SMALL;
  private @Nullable PdfLine last;
  private @Nullable PdfLine lastAside;
  private boolean pageBegins;
  private boolean references;
  boolean paper;

  private PdfProse(List<List<PdfLine>> pages) {
    this.bodySize = bodySize(pages);
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        for (String word : line.text().split(" ")) {
          known.add(letters(word));
        }
      }
    }
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
    List<PdfLine> title = lines.isEmpty() ? List.of() : prose.title(lines.getFirst());
    for (int i = 0; i < lines.size(); i++) {
      List<PdfLine> page = lines.get(i);
      int from = i == 0 ? prose.front(page, title) : 0;
      prose.beginPage();
      page.subList(from, page.size()).forEach(prose::add);
    }
    prose.close();
    StringBuilder named = new StringBuilder();
    title.forEach(line -> prose.join(named, line.text()));
    return new Read(named.toString(), prose.blocks, prose.paper);
  }

  /** The size that most letters have. */
  private static float bodySize(List<List<PdfLine>> pages) {
    Map<Integer, Integer> letters = new HashMap<>();
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        letters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
      }
    }
    int best = letters.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(20);
    return best / 2f;
  }

  /** The largest lines of the first page that follow one another. */
  private List<PdfLine> title(List<PdfLine> page) {
    float largest = 0;
    for (PdfLine line : page) {
      largest = line.text().length() > 8 ? Math.max(largest, line.size()) : largest;
    }
    List<PdfLine> title = new ArrayList<>();
    int length = 0;
    for (PdfLine line : page) {
      boolean large = line.size() > largest - 0.6f && line.size() > bodySize * 1.1f;
      length += line.text().length();
      if (large && length <= LONGEST_TITLE) {
        title.add(line);
      } else if (!title.isEmpty()) {
        break;
      } else {
        length = 0;
      }
    }
    return title;
  }

  /** Where the text begins: at the abstract, else below the title. What is above is dropped. */
  private int front(List<PdfLine> page, List<PdfLine> title) {
    int from = title.isEmpty() ? 0 : page.indexOf(title.getLast()) + 1;
    for (int i = from; i < page.size(); i++) {
      String plain = BlockFilter.plain(page.get(i).text());
      if (ABSTRACT.contains(plain) || RUN_IN_ABSTRACT.matcher(page.get(i).text()).matches()) {
        from = i;
        break;
      }
    }
    for (PdfLine line : page.subList(0, from)) {
      block(Block.Kind.PARAGRAPH, line.text(), Drop.METADATA);
    }
    return from;
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
    if (before != null && follows(before, line) && asideStyle == Style.CAPTION && Math.abs(before.size() - line.size()) < 0.3f) {
      return Style.CAPTION;
    }
    if (line.size() < bodySize * 0.93f) {
      return Style.SMALL;
    }
    return isHeading(line) ? Style.HEADING : Style.BODY;
  }

  private boolean isHeading(PdfLine line) {
    String text = line.text();
    boolean numbered = NUMBER.matcher(text).lookingAt();
    String name = numbered ? NUMBER.matcher(text).replaceFirst("") : text;
    if (text.length() > LONGEST_HEADING || letters(name).length() < 3) {
      return false;
    }
    if (SECTIONS.contains(BlockFilter.plain(name)) && !text.endsWith(",")) {
      return true;
    }
    boolean large = line.size() > bodySize * 1.12f;
    boolean upper = Character.isUpperCase(name.codePointAt(0));
    return upper && !text.endsWith(".") && (large || line.bold());
  }

  private void heading(PdfLine line) {
    String text = line.text();
    Block before = blocks.isEmpty() || !open.isEmpty() ? null : blocks.getLast();
    PdfLine above = last;
    boolean goesOn =
        before != null
            && before.isHeading()
            && above != null
            && !pageBegins
            && follows(above, line)
            && Math.abs(above.size() - line.size()) < 0.3f
            && !SECTIONS.contains(BlockFilter.plain(above.text()))
            && !NUMBER.matcher(text).lookingAt();
    closeBody();
    goesOn &= aside.isEmpty() && openAside.isEmpty();
    closeAside();
    if (goesOn) {
      StringBuilder whole = new StringBuilder(blocks.removeLast().text);
      join(whole, text);
      text = whole.toString();
    }
    String plain = BlockFilter.plain(NUMBER.matcher(text).lookingAt() ? name(text) : text);
    paper |= ABSTRACT.contains(plain) || REFERENCES.contains(plain);
    references =
        REFERENCES.contains(plain) || (references && !APPENDIX.matcher(text).matches());
    Block block = block(Block.Kind.HEADING, text, references ? Drop.NOTES : null);
    if (block != null) {
      block.level = level(text);
    }
    last = line;
    pageBegins = false;
  }

  private static String name(String text) {
    return NUMBER.matcher(text).replaceFirst("");
  }

  /** "2.1 Data" is a part of "2 Method". */
  private static int level(String text) {
    var number = NUMBER.matcher(text);
    int dots = 0;
    if (number.lookingAt()) {
      String digits = number.group().strip();
      digits = digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
      dots = (int) digits.chars().filter(c -> c == '.').count();
    }
    return Math.min(6, 2 + dots);
  }

  private void body(PdfLine line) {
    PdfLine before = last;
    if (before != null && !open.isEmpty() && endsParagraph(before, line)) {
      closeBody();
    }
    join(open, line.text());
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
    join(openAside, line.text());
    lastAside = line;
  }

  private void closeAsideText() {
    boolean caption = asideStyle == Style.CAPTION;
    Block.Kind kind = caption ? Block.Kind.CAPTION : Block.Kind.PARAGRAPH;
    Block block = of(kind, openAside.toString());
    openAside.setLength(0);
    lastAside = null;
    if (block != null) {
      block.drop = references ? Drop.NOTES : null;
      aside.add(block);
    }
  }

  private void closeAside() {
    closeAsideText();
    blocks.addAll(aside);
    aside.clear();
  }

  private void closeBody() {
    block(Block.Kind.PARAGRAPH, open.toString(), references ? Drop.NOTES : null);
    open.setLength(0);
    if (!aside.isEmpty()) {
      blocks.addAll(aside);
      aside.clear();
    }
  }

  private void close() {
    closeBody();
    closeAside();
  }

  private @Nullable Block block(Block.Kind kind, String text, @Nullable Drop drop) {
    Block block = of(kind, text);
    if (block != null) {
      block.drop = drop;
      blocks.add(block);
    }
    return block;
  }

  private static @Nullable Block of(Block.Kind kind, String text) {
    Inline inline = new Inline();
    inline.add(text, false, false);
    Block block = inline.take(kind, 0);
    if (block != null) {
      block.inBody = true;
    }
    return block;
  }

  /**
   * Puts a line behind others. A hyphen at the line's end goes, unless the text writes the word
   * with it elsewhere and never without.
   */
  private void join(StringBuilder text, String line) {
    int end = text.length() - 1;
    boolean hyphen =
        end > 0
            && (text.charAt(end) == '-' || text.charAt(end) == '\u2010')
            && Character.isLetter(text.charAt(end - 1))
            && Character.isLowerCase(line.codePointAt(0));
    if (!hyphen) {
      text.append(text.isEmpty() ? "" : " ").append(line);
      return;
    }
    int from = Math.max(text.lastIndexOf(" "), -1) + 1;
    String first = text.substring(from, end);
    String second = line.split(" ", 2)[0];
    boolean kept =
        known.contains(letters(first + "-" + second)) && !known.contains(letters(first + second));
    text.setLength(kept ? end + 1 : end);
    text.append(line);
  }

  /** Lower case, without signs at the ends; hyphens within stay. */
  private static String letters(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
