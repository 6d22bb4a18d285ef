package dev.mldigest.assemble.archive;

import dev.mldigest.text.PlainTex;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * TeX between dollars as it was written: Markdown takes nothing in it for markup. Dollars part a
 * formula as in Pandoc ({@code tex_math_dollars}): no blank within the first, none within the last,
 * no digit after it; and something in it must be TeX, because amounts of money have dollars too.
 */
final class Formula extends CustomNode {
  static final Parser.ParserExtension EXTENSION =
      builder -> builder.customInlineContentParserFactory(new Factory());

  /** A formula of a newsletter is shorter; it bounds what a row of dollars costs. */
  private static final int LONGEST = 2_000;

  private static final Pattern TEX = Pattern.compile("[\\\\^_{]");
  private static final Pattern OTHER = Pattern.compile("]\\(|://|`|<!--");

  private final String source;

  private Formula(String source) {
    this.source = source;
  }

  /** With its dollars. */
  String source() {
    return source;
  }

  private static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return Formula::tryParse;
    }
  }

  private static ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    int dollars = scanner.matchMultiple('$');
    if (dollars > 2 || (dollars == 1 && Character.isWhitespace(scanner.peek()))) {
      return ParsedInline.none();
    }
    Position end = end(scanner, dollars);
    if (end == null) {
      return ParsedInline.none();
    }
    String source = scanner.getSource(start, end).getContent();
    String tex = source.substring(dollars, source.length() - dollars);
    return TEX.matcher(source).find()
            && !OTHER.matcher(source).find()
            && (dollars == 2 || !PlainTex.isTemplate(tex, scanner.peek()))
        ? ParsedInline.of(new Formula(source), end)
        : ParsedInline.none();
  }

  /** Behind the dollars that close it, or null. */
  private static @Nullable Position end(Scanner scanner, int dollars) {
    boolean blank = false;
    for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
      if (scanner.peek() == '$') {
        int found = scanner.matchMultiple('$');
        boolean closes = dollars == 2 || (!blank && !Character.isDigit(scanner.peek()));
        return found == dollars && closes ? scanner.position() : null;
      }
      if (scanner.next('\\')) {
        scanner.next(); // what a backslash stands before ends nothing
        blank = false;
      } else {
        blank = Character.isWhitespace(scanner.peek());
        scanner.next();
      }
    }
    return null;
  }
}
