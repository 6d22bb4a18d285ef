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
      throw new TypeConversionException(
          "must be a whole number from %d to %d, not '%s'%s"
              .formatted(least, most, text, otherwise));
    }
    return number;
  }

  /** A number of things, or the number of one of them. */
  public static final class FromOne extends WholeNumber {
    FromOne() {
      super(1, 999_999_999, "");
    }
  }

  /** Where a page is served. */
  public static final class Port extends WholeNumber {
    Port() {
      super(1, 65_535, "; without the option any free port is taken");
    }
  }
}
