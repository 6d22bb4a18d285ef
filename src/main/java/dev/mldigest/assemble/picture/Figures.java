package dev.mldigest.assemble.picture;

import java.util.List;
import java.util.Locale;

/** Numbers as the pictures write them. */
final class Figures {
  private Figures() {}

  /** With commas between thousands. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things, for example {@code 1 item}. */
  static String of(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** To two places, with its sign where it is negative. */
  static String value(double number) {
    return String.format(Locale.ROOT, "%.2f", number).replace('-', '−');
  }

  /** To two places, with its sign. */
  static String signed(double number) {
    return String.format(Locale.ROOT, "%+.2f", number).replace('-', '−');
  }

  /** What share of the whole that is; empty where there is no whole. */
  static String share(int part, int whole) {
    if (whole <= 0) {
      return "";
    }
    double percent = 100.0 * part / whole;
    return percent > 0 && percent < 1
        ? "under 1 %"
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  /** Joined as a sentence lists them. */
  static String listed(List<String> all) {
    return switch (all.size()) {
      case 0 -> "";
      case 1 -> all.getFirst();
      default -> String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    };
  }
}
