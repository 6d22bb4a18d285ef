package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Words;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jsoup.nodes.Document;

/**
 * What a reader's program shows of a form, to be counted: letters and digits alone.
 *
 * @param headings of items, as letters
 * @param letters all that is shown
 */
record Seen(List<String> headings, String letters) {
  /** Letters that tell an item from the others: those of a sentence. */
  private static final int LEAD = 60;

  /** Headings of items; those within lists or quotations begin none. */
  static int items(Node document) {
    int items = 0;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      items += node instanceof Heading heading && heading.getLevel() == 3 ? 1 : 0;
    }
    return items;
  }

  static Seen of(Node document) {
    Letters all = new Letters();
    document.accept(all);
    return new Seen(all.headings, Texts.letters(all.text.toString()));
  }

  /** Marks of footnotes are no words. */
  static Seen of(Document page) {
    page.select(".footnote-ref, .footnotes, sup").remove();
    return new Seen(
        page.select("h3").stream().map(h3 -> Texts.letters(h3.text())).toList(),
        Texts.letters(page.body().text()));
  }

  /** The begin of the item's first block: its title, where it has one. */
  static String lead(Node document) {
    Node first = document.getFirstChild();
    if (first == null) {
      return "";
    }
    Letters letters = new Letters();
    first.accept(letters);
    return brief(Texts.letters(letters.text.toString()));
  }

  static String plainLead(Node document) {
    Node first = document.getFirstChild();
    if (first == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    boolean numbered = unnumbered(first, words);
    return brief(Texts.letters(numbered ? words.toString() : Words.of(first)));
  }

  /** The words before the first number; true where there is one. */
  private static boolean unnumbered(Node parent, StringBuilder words) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteReference) {
        return true;
      }
      if (node instanceof Image) {
        return true;
      }
      if (node instanceof Link) {
        words.append(Words.of(node));
        return true;
      }
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append(code.getLiteral());
      } else if (node instanceof HtmlInline html) {
        words.append(html.getLiteral());
      } else if (unnumbered(node, words)) {
        return true;
      }
    }
    return false;
  }

  private static String brief(String letters) {
    return letters.substring(0, Math.min(LEAD, letters.length()));
  }

  /** The text that is shown: HTML as text, as all forms but Markdown show it; no images. */
  private static final class Letters extends AbstractVisitor {
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Heading heading) {
      int from = text.length();
      visitChildren(heading);
      if (heading.getLevel() == 3) {
        headings.add(Texts.letters(text.substring(from)));
      }
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(org.commonmark.node.FencedCodeBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(org.commonmark.node.IndentedCodeBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Image node) {
      // Not every form shows what stands for it.
    }
  }
}
