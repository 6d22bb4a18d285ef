package dev.mldigest.review.desk;

import dev.mldigest.review.Opening;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.List;
import java.util.stream.Stream;

/** Whether what is to be said above the first section can stand there, and how it then stands. */
final class Said {
  /** Characters: beyond what any mail program shows; what leaves is cut there. */
  private static final int LONGEST = 400;

  private Said() {}

  /**
   * The part with the words.
   *
   * @throws Layout.RefusedException with one sentence
   */
  static String in(String part, Opening what, String words, String lineEnd) {
    String text = what == Opening.INTRODUCTION ? words.strip() : line(what, words);
    String now = what.saying(part, text, lineEnd);
    if (!what.said(now).equals(text.replace("\r\n", "\n").replace('\r', '\n'))
        || !isWhole(now, what)
        || (what == Opening.INTRODUCTION && !Approval.of(now).faults().isEmpty())) {
      throw new Layout.RefusedException(
          what == Opening.INTRODUCTION
              ? "The introduction must be text without a heading '##' or '###', and whatever code"
                  + " or comment begins in it must end in it."
              : "The " + what.key() + " stands on several lines; change it in digest.md.");
    }
    return now;
  }

  private static String line(Opening what, String words) {
    String text = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new Layout.RefusedException(
          "A " + what.key() + " has one character at least and " + LONGEST + " at most.");
    }
    if (text.contains("<!--") || text.contains("-->")) {
      throw new Layout.RefusedException("A " + what.key() + " must not hold '<!--' or '-->'.");
    }
    return text;
  }

  /** It must not become two parts, nor swallow the next, nor leave code open. */
  private static boolean isWhole(String part, Opening what) {
    return Stream.of("", code("`"), code("~")).allMatch(next -> isOne(part + next, what));
  }

  /**
   * Code that holds a heading: where code is open before it, it ends that and the heading counts.
   */
  private static String code(String mark) {
    String fence = mark.repeat(LONGEST);
    return "\n\n" + fence + "\n## Inside\n" + fence;
  }

  private static boolean isOne(String part, Opening what) {
    List<Part> read = DigestFile.parse(part + "\n\n## Next\n").parts();
    return read.getFirst().kind() == what.kind()
        && read.getLast().title().equals("Next")
        && read.stream().skip(1).allMatch(one -> one.kind() == Part.Kind.PREAMBLE || isNext(one));
  }

  private static boolean isNext(Part part) {
    return part.kind() == Part.Kind.SECTION && part.title().equals("Next");
  }

  static String noPlace(Opening what) {
    return what == Opening.INTRODUCTION
        ? "digest.md has no title below which an introduction could stand."
        : "digest.md has no front matter in which a " + what.key() + " could stand.";
  }
}
