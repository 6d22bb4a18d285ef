package dev.mldigest.assemble.post;

import dev.mldigest.assemble.markdown.SafeUrl;
import dev.mldigest.assemble.markdown.Words;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** What stands within a paragraph, in the dialect of a service. */
final class Phrase {
  private final Voice voice;
  private final int most;
  private final Map<String, Node> footnotes = new HashMap<>();

  /**
   * @param most what an address may take at most: a longer one is left out
   */
  Phrase(Voice voice, int most, Node document) {
    this.voice = voice;
    this.most = most;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteDefinition footnote) {
        footnotes.putIfAbsent(footnote.getLabel(), footnote);
      }
    }
  }

  /** The whole of it. */
  String of(Node parent) {
    StringBuilder out = new StringBuilder();
    StringBuilder words = new StringBuilder();
    append(parent, out, words, true);
    flush(words, out);
    return out.toString().strip();
  }

  /**
   * Words are made inert together: what two pieces of text are apart they may not be side by side.
   */
  private void flush(StringBuilder words, StringBuilder out) {
    out.append(voice.words(words.toString()));
    words.setLength(0);
  }

  private void append(Node parent, StringBuilder out, StringBuilder words, boolean marks) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case HtmlInline html -> words.append(html.getLiteral());
        case SoftLineBreak soft -> words.append(' ');
        case HardLineBreak hard -> words.append('\n');
        case FootnoteReference footnote -> words.append(note(footnote));
        case Code code -> marked(voice.code(code.getLiteral()), out, words);
        case StrongEmphasis strong when marks && isWords(strong) ->
            marked(voice.strong(voice.words(Words.of(strong))), out, words);
        case Emphasis emphasis when marks && isWords(emphasis) ->
            marked(voice.emphasis(voice.words(Words.of(emphasis))), out, words);
        case Link link -> marked(link(link, link.getDestination()), out, words);
        case Image image -> marked(link(image, image.getDestination()), out, words);
        default -> append(node, out, words, marks);
      }
    }
  }

  /** What stands at the end of the words must not begin something with what follows. */
  private void marked(String marked, StringBuilder out, StringBuilder words) {
    if (!words.isEmpty() && "@＠#＃$:/._".indexOf(words.charAt(words.length() - 1)) >= 0) {
      words.append(Inert.JOINER);
    }
    flush(words, out);
    out.append(marked);
  }

  /** Only words in one line are marked up; links within bold words stay links. */
  private static boolean isWords(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof Text) || ((Text) node).getLiteral().isBlank()) {
        return false;
      }
    }
    return parent.getFirstChild() != null;
  }

  private String note(FootnoteReference reference) {
    Node footnote = footnotes.get(reference.getLabel());
    if (footnote == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (Node node = footnote.getFirstChild(); node != null; node = node.getNext()) {
      words.append(words.isEmpty() ? "" : " ").append(Words.of(node).strip());
    }
    return " (" + words + ")";
  }

  String link(Node node, String destination) {
    String words = Words.of(node).replace('\n', ' ').strip();
    String address = SafeUrl.of(destination);
    if (address == null || voice.size(voice.link("", address)) > most) {
      return voice.words(words.isEmpty() ? destination : words);
    }
    boolean bare = words.isEmpty() || words.equals(destination);
    return bare && voice instanceof Plain
        ? voice.link("", address)
        : voice.link(voice.words(words.isEmpty() ? address : words), address);
  }

  /** The same as pieces between which a post may end: words without marks, links whole. */
  List<String> pieces(Node parent) {
    List<String> pieces = new ArrayList<>();
    pieces(parent, pieces);
    return pieces;
  }

  private void pieces(Node parent, List<String> pieces) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words(text.getLiteral(), pieces);
        case Code code -> words(code.getLiteral(), pieces);
        case HtmlInline html -> words(html.getLiteral(), pieces);
        case FootnoteReference footnote -> words(note(footnote), pieces);
        case Link link -> linked(link, link.getDestination(), pieces);
        case Image image -> linked(image, image.getDestination(), pieces);
        default -> pieces(node, pieces);
      }
    }
  }

  private void linked(Node node, String destination, List<String> pieces) {
    String link = link(node, destination);
    String address = SafeUrl.of(destination);
    if (voice.size(link) <= most) {
      pieces.add(link);
    } else if (address == null || voice.size(voice.link("", address)) > most) {
      words(Words.of(node), pieces);
    } else {
      words(Words.of(node), pieces);
      pieces.add(
          voice instanceof Plain
              ? voice.link("", address)
              : voice.link(voice.words("link"), address));
    }
  }

  /** Words of a text; one that no post could hold is parted. */
  void words(String text, List<String> pieces) {
    for (String word : text.strip().split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      if (voice.size(voice.words(word)) <= most) {
        pieces.add(voice.words(word));
      } else {
        parted(word, pieces);
      }
    }
  }

  private void parted(String word, List<String> pieces) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(word);
    StringBuilder piece = new StringBuilder();
    int from = characters.first();
    for (int to = characters.next(); to != BreakIterator.DONE; from = to, to = characters.next()) {
      String one = word.substring(from, to);
      if (!piece.isEmpty() && voice.size(voice.words(piece + one)) > most) {
        pieces.add(voice.words(piece.toString()));
        piece.setLength(0);
      }
      piece.append(one);
    }
    pieces.add(voice.words(piece.toString()));
  }
}
