package dev.mldigest.extract.transcript;

import java.util.ArrayList;
import java.util.List;

/** What was said, in paragraphs: a turn of a talk each, and long turns parted between sentences. */
final class Paragraphs {
  /** Some sixty thousand words: what is said in six hours. */
  private static final int MOST_CHARS = 400_000;

  /** A paragraph ends with a sentence once it is so long, or anywhere at twice that. */
  private static final int LONG = 500;

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private String speaker = "";
  private String before = "";
  private int left = MOST_CHARS;

  private Paragraphs() {}

  static List<String> of(List<Cue> cues) {
    Paragraphs said = new Paragraphs();
    for (Cue cue : cues) {
      said.add(cue);
      if (said.left < 0) {
        break;
      }
    }
    said.end();
    return said.paragraphs;
  }

  private void add(Cue cue) {
    boolean turn = !cue.speaker().isEmpty() && !cue.speaker().equals(speaker);
    String fresh = turn ? cue.words() : fresh(cue.words());
    left -= fresh.length() + (turn ? cue.speaker().length() + 3 : 1);
    if (left < 0) {
      return;
    }
    if (turn || isFull()) {
      end();
    }
    if (turn) {
      speaker = cue.speaker();
      open.append(speaker).append(": ");
    } else if (!open.isEmpty() && !fresh.isEmpty()) {
      open.append(' ');
    }
    open.append(fresh);
    before = cue.words();
  }

  private boolean isFull() {
    int length = open.length();
    boolean sentence = length > 0 && ".?!…".indexOf(open.charAt(length - 1)) >= 0;
    return length >= LONG * 2 || (length >= LONG && sentence);
  }

  private void end() {
    if (!open.toString().isBlank()) {
      paragraphs.add(open.toString().strip());
    }
    open.setLength(0);
  }

  /** Rolling captions repeat the line before, or go on with it. */
  private String fresh(String now) {
    if (before.isEmpty()) {
      return now;
    }
    return now.equals(before)
        ? ""
        : now.startsWith(before + " ") ? now.substring(before.length() + 1) : now;
  }
}
