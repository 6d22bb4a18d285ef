package dev.mldigest.cli.console;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The numbers that options take, and what is said of those that they do not take. */
public abstract sealed class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;
  private final String otherwise;

  /**
   * @param otherwise ends the sentence, for example with what to do instead; may be empty
   */
  private WholeNumber(int least, int most, String otherwise) {
    this.least = least;
    this.most = most;
    this.otherwise = otherwise;
  }

  @Override
  public Integer convert(String text) {
    String word = text.strip();
    // Nine digits are a number that an int holds.
    int number = word.matches("\\d{1,9}") ? Integer.parseInt(word) : -1;
    if (number < least || number > most) {
      String range = most == Integer.MAX_VALUE ? "of " + least + " or more" : "from %d to %d";
      throw new TypeConversionException(
          "must be a whole number %s, not '%s'%s"
              .formatted(range.formatted(least, most), text, otherwise));
    }
    return number;
  }

  /** A number of things, or the number of one of them. */
  public static final class FromOne extends WholeNumber {
    FromOne() {
      super(1, Integer.MAX_VALUE, "");
    }
  }

  /** A number of what is counted from nothing. */
  public static final class FromZero extends WholeNumber {
    FromZero() {
      super(0, Integer.MAX_VALUE, "");
    }
  }

  /** Where a page is served. */
  public static final class Port extends WholeNumber {
    Port() {
      super(1, 65_535, "; without the option any free port is taken");
    }
  }
}
