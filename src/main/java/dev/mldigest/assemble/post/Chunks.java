package dev.mldigest.assemble.post;

import dev.mldigest.assemble.Prose;
import dev.mldigest.assemble.markdown.Box;
import dev.mldigest.assemble.markdown.SafeUrl;
import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.assemble.post.Chunk.Block;
import dev.mldigest.assemble.post.Chunk.Kind;
import dev.mldigest.assemble.post.Chunk.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Reads a digest as chunks in the dialect of a service. */
final class Chunks {
  private final Voice voice;
  private final Phrase phrase;
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private Kind kind = Kind.HEAD;
  private String label = "";

  private Chunks(Voice voice, Phrase phrase) {
    this.voice = voice;
    this.phrase = phrase;
  }

  /**
   * @param most what one piece may take
   */
  static List<Chunk> of(Node document, Voice voice, int most) {
    Chunks chunks = new Chunks(voice, new Phrase(voice, most, document));
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      chunks.top(node);
    }
    chunks.cut(Kind.TEXT);
    return chunks.chunks;
  }

  private void top(Node node) {
    String box = Box.label(node);
    if (box != null) {
      cut(Kind.SLOT);
      label = voice.strong(voice.words(box));
      inner(node);
      cut(Kind.TEXT);
    } else if (node instanceof Heading heading && heading.getLevel() == 3) {
      if (kind != Kind.TEXT || blocks.size() != 1 || blocks.getFirst().role() != Role.SECTION) {
        cut(Kind.ITEM);
      }
      kind = Kind.ITEM;
      title(heading);
    } else if (node instanceof Heading heading && heading.getLevel() == 2) {
      cut(Kind.TEXT);
      add(Role.SECTION, voice.strong(voice.words(Words.of(heading))), heading, false);
    } else {
      block(node);
    }
  }

  private void cut(Kind next) {
    if (!blocks.isEmpty()) {
      chunks.add(new Chunk(kind, label, blocks));
      blocks.clear();
    }
    kind = next;
    label = "";
  }

  private void title(Heading heading) {
    if (heading.getFirstChild() instanceof Link link && link.getNext() == null) {
      String address = Objects.requireNonNullElse(SafeUrl.of(link.getDestination()), "");
      String text = voice.strong(phrase.link(link, link.getDestination()));
      blocks.add(new Block(Role.TITLE, text, phrase.pieces(heading), false, address));
    } else {
      add(Role.TITLE, phrase.of(heading), heading, false);
    }
  }

  private void add(Role role, String text, Node node, boolean tight) {
    blocks.add(new Block(role, text, phrase.pieces(node), tight, ""));
  }

  private void inner(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!Box.isLabel(node)) {
        block(node);
      }
    }
  }

  private void block(Node node) {
    switch (node) {
      case Heading heading ->
          add(Role.OTHER, voice.strong(voice.words(Words.of(heading))), heading, false);
      case Paragraph paragraph -> paragraph(paragraph);
      case ListBlock list -> list(list, "");
      case BlockQuote quote -> quote(quote);
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> text(html.getLiteral());
      case TableBlock table -> rows(table);
      case ThematicBreak rule ->
          blocks.add(new Block(Role.OTHER, "———", List.of("———"), false, ""));
      case FootnoteDefinition footnote -> {
        // It stands where it is referred to.
      }
      default -> inner(node);
    }
  }

  private void paragraph(Paragraph paragraph) {
    Role role =
        Prose.isHighlight(paragraph)
            ? Role.AUDIENCE
            : kind == Kind.ITEM && Prose.isByline(paragraph) ? Role.BYLINE : Role.OTHER;
    add(role, phrase.of(paragraph), paragraph, role == Role.BYLINE);
  }

  private void list(ListBlock list, String indent) {
    Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    int number = start == null ? 1 : start;
    boolean first = indent.isEmpty();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = indent + (list instanceof BulletList ? "• " : number++ + ". ");
      for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
        if (node instanceof ListBlock inner) {
          list(inner, indent + "  ");
        } else if (node instanceof Paragraph) {
          List<String> pieces = new ArrayList<>(List.of(marker.strip()));
          pieces.addAll(phrase.pieces(node));
          blocks.add(new Block(Role.OTHER, marker + phrase.of(node), pieces, !first, ""));
          first = false;
        } else {
          block(node);
        }
      }
    }
  }

  private void quote(BlockQuote quote) {
    List<Block> before = List.copyOf(blocks);
    inner(quote);
    List<Block> said = List.copyOf(blocks.subList(before.size(), blocks.size()));
    blocks.subList(before.size(), blocks.size()).clear();
    for (Block one : said) {
      blocks.add(new Block(Role.OTHER, voice.quote(one.text()), one.pieces(), one.tight(), ""));
    }
  }

  private void code(String literal) {
    String code = literal.stripTrailing();
    List<String> pieces = new ArrayList<>();
    phrase.words(code, pieces);
    blocks.add(new Block(Role.OTHER, voice.block(code), pieces, false, ""));
  }

  private void text(String literal) {
    List<String> pieces = new ArrayList<>();
    phrase.words(literal, pieces);
    blocks.add(new Block(Role.OTHER, voice.words(literal.strip()), pieces, false, ""));
  }

  private void rows(Node table) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<String> cells = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell) {
            cells.add(phrase.of(cell));
            pieces.addAll(phrase.pieces(cell));
          }
        }
        blocks.add(new Block(Role.OTHER, String.join(" · ", cells), pieces, true, ""));
      }
    }
  }
}
