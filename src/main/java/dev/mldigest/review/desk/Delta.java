package dev.mldigest.review.desk;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one text becomes another: stretches of the old one and new words, in order. It is kept with
 * an event so that the text after it is the same to the byte, whatever a later version of this
 * program would make of the act.
 *
 * @param pieces {@code =from,to} or {@code +words}; none where nothing changed
 */
public record Delta(List<String> pieces) {
  public static final Delta NONE = new Delta(List.of());

  public Delta {
    pieces = List.copyOf(pieces);
  }

  public boolean isNone() {
    return pieces.isEmpty();
  }

  public String apply(String old) {
    if (isNone()) {
      return old;
    }
    StringBuilder text = new StringBuilder(old.length());
    for (String piece : pieces) {
      if (piece.startsWith("+")) {
        text.append(piece, 1, piece.length());
      } else {
        int comma = piece.indexOf(',');
        text.append(
            old,
            Integer.parseInt(piece.substring(1, comma)),
            Integer.parseInt(piece.substring(comma + 1)));
      }
    }
    return text.toString();
  }

  public static Delta of(String old, String fresh) {
    return old.equals(fresh) ? NONE : new Writer(old).of(fresh);
  }

  /** Part by part: what stands in both is copied wherever it stands now. */
  private static final class Writer {
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Part> byName = new HashMap<>();
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int from;
    private int to;

    Writer(String old) {
      int at = 0;
      for (Part part : DigestFile.parse(old).parts()) {
        starts.putIfAbsent(part.text(), at);
        byName.putIfAbsent(name(part), part);
        at += part.text().length();
      }
    }

    private static String name(Part part) {
      return part.id() == null ? part.kind() + part.title() : part.id();
    }

    Delta of(String fresh) {
      for (Part part : DigestFile.parse(fresh).parts()) {
        part(part);
      }
      flushCopy();
      flushWords();
      return pieces.isEmpty() ? new Delta(List.of("+")) : new Delta(pieces);
    }

    private void part(Part part) {
      Integer same = starts.get(part.text());
      Part was = byName.get(name(part));
      if (same != null) {
        copy(same, same + part.text().length());
      } else if (was == null) {
        say(part.text());
      } else {
        changed(was.text(), part.text(), starts.getOrDefault(was.text(), 0));
      }
    }

    /** What begins and ends as before is copied. */
    private void changed(String was, String now, int start) {
      int most = Math.min(was.length(), now.length());
      int head = 0;
      while (head < most && was.charAt(head) == now.charAt(head)) {
        head++;
      }
      int tail = 0;
      while (tail < most - head
          && was.charAt(was.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
        tail++;
      }
      head -= head > 0 && Character.isHighSurrogate(was.charAt(head - 1)) ? 1 : 0;
      tail -= tail > 0 && Character.isLowSurrogate(was.charAt(was.length() - tail)) ? 1 : 0;
      copy(start, start + head);
      say(now.substring(head, now.length() - tail));
      copy(start + was.length() - tail, start + was.length());
    }

    private void copy(int begin, int end) {
      if (begin == end) {
        return;
      }
      flushWords();
      if (begin != to || from == to) {
        flushCopy();
        from = begin;
      }
      to = end;
    }

    private void say(String text) {
      if (!text.isEmpty()) {
        flushCopy();
        words.append(text);
      }
    }

    private void flushCopy() {
      if (from < to) {
        pieces.add("=" + from + "," + to);
      }
      from = to;
    }

    private void flushWords() {
      if (!words.isEmpty()) {
        pieces.add("+" + words);
        words.setLength(0);
      }
    }
  }
}
