package dev.mldigest.page.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What words left and what words came between two versions of a text. */
public final class WordDiff {
  /** A summary is far shorter; beyond it the whole text counts as replaced. */
  private static final int MOST_WORDS = 2_000;

  private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

  public enum Kind {
    SAME,
    GONE,
    NEW;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record Piece(Kind kind, String text) {}

  private WordDiff() {}

  /** Joined, the pieces that are not new are the text before, those not gone the text after. */
  public static List<Piece> of(String before, String after) {
    String[] old = WORDS.split(before);
    String[] now = WORDS.split(after);
    if (old.length > MOST_WORDS || now.length > MOST_WORDS) {
      return List.of(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
    }
    return joined(walk(old, now, common(old, now)));
  }

  /** Lengths of the longest common sequences of what follows each pair of words. */
  private static int[][] common(String[] old, String[] now) {
    int[][] length = new int[old.length + 1][now.length + 1];
    for (int i = old.length - 1; i >= 0; i--) {
      for (int j = now.length - 1; j >= 0; j--) {
        length[i][j] =
            same(old[i], now[j])
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }

  private static boolean same(String one, String other) {
    return one.equals(other);
  }

  private static List<Piece> walk(String[] old, String[] now, int[][] length) {
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && same(old[i], now[j])) {
        pieces.add(new Piece(Kind.SAME, old[i++]));
        j++;
      } else if (i < old.length && (j == now.length || length[i + 1][j] >= length[i][j + 1])) {
        pieces.add(new Piece(Kind.GONE, old[i++]));
      } else {
        pieces.add(new Piece(Kind.NEW, now[j++]));
      }
    }
    return pieces;
  }

  private static List<Piece> joined(List<Piece> words) {
    List<Piece> joined = new ArrayList<>();
    for (Piece word : words) {
      if (!joined.isEmpty() && joined.getLast().kind == word.kind) {
        Piece last = joined.removeLast();
        joined.add(new Piece(word.kind, last.text + word.text));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }
}
