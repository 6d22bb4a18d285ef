package dev.mldigest.assemble.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The Markdown that digests are read as: CommonMark with what editors expect from it elsewhere,
 * bare addresses as links, tables, footnotes. Reading here and nowhere else keeps all formats
 * alike.
 */
public final class Dialect {
  public static final List<Extension> EXTENSIONS =
      List.of(
          AutolinkExtension.create(),
          TablesExtension.create(),
          FootnotesExtension.create(),
          MergeTags.EXTENSION);

  /** Deeper nesting than an editor writes; it bounds the recursion of every renderer. */
  static final int MAX_NESTING = 60;

  private static final Parser PARSER = parser(List.of());

  private static final Parser PLACED =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_NESTING)
          .build();

  private Dialect() {}

  /** A parser of this dialect. */
  public static Parser parser(List<Extension> more) {
    return Parser.builder()
        .extensions(EXTENSIONS)
        .extensions(more)
        .maxOpenBlockParsers(MAX_NESTING)
        .build();
  }

  public static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /**
   * The document as a form shows it: without its front matter and without HTML comments, which are
   * never printed; of links that lead nowhere the words.
   */
  public static Node document(String markdown) {
    return document(markdown, PARSER);
  }

  /**
   * The same for forms that stand in no site, such as mails: of links to places of the site, too,
   * the words.
   */
  public static Node letter(String markdown) {
    Node document = document(markdown);
    DeadLinks.goneApart(document);
    return document;
  }

  /** The same, read by a parser of this dialect that knows more. */
  public static Node document(String markdown, Parser parser) {
    return shown(body(markdown), parser);
  }

  /** The same of a text that has no front matter. */
  public static Node shown(String text) {
    return shown(text, PARSER);
  }

  private static Node shown(String text, Parser parser) {
    Node document = parser.parse(text);
    document.accept(new CommentsGone());
    DeadLinks.gone(document);
    return document;
  }

  /** The same, each node with its place. */
  public static Node placed(String text) {
    return shown(text, PLACED);
  }

  /** What stands behind the YAML front matter; all of it where there is none. */
  public static String body(String markdown) {
    String text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
    if (!isFence(text, 0)) {
      return text;
    }
    for (int line = nextLine(text, 0); line < text.length(); line = nextLine(text, line)) {
      if (isFence(text, line)) {
        return text.substring(nextLine(text, line)).replaceFirst("\\A\\R+", "");
      }
    }
    return text;
  }

  /** The YAML front matter without its fences; empty where there is none. */
  public static String frontMatter(String markdown) {
    String text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
    if (!isFence(text, 0)) {
      return "";
    }
    int start = nextLine(text, 0);
    for (int line = start; line < text.length(); line = nextLine(text, line)) {
      if (isFence(text, line)) {
        return text.substring(start, line);
      }
    }
    return "";
  }

  private static boolean isFence(String text, int line) {
    return text.startsWith("---", line)
        && text.substring(line, nextLine(text, line)).stripTrailing().equals("---");
  }

  private static int nextLine(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** True for a comment, also one that is never closed. */
  static boolean isComment(String html) {
    String stripped = html.strip();
    return stripped.startsWith("<!--")
        && (stripped.indexOf("-->") == stripped.length() - 3 || stripped.indexOf("-->") < 0);
  }

  private static final class CommentsGone extends AbstractVisitor {
    @Override
    public void visit(HtmlBlock block) {
      if (isComment(block.getLiteral())) {
        block.unlink();
      }
    }

    @Override
    public void visit(HtmlInline inline) {
      if (isComment(inline.getLiteral())) {
        inline.unlink();
      }
    }
  }
}
