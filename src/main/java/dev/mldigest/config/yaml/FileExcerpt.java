package dev.mldigest.config.yaml;

/** A piece of the file as it may stand in a message: short, one line, inert on a terminal. */
public final class FileExcerpt {
  /** Characters: with file, line and sentence a mistake stays near two lines of a terminal. */
  private static final int LONGEST = 40;

  private FileExcerpt() {}

  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return text.length() > shown.length() ? shown + "…" : shown.toString();
  }
}
