package dev.mldigest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of months and days of the week in English and the other languages of Europe. */
final class DateNames {
  /** Shorter beginnings of a name are no abbreviation of it. */
  private static final int SHORTEST = 3;

  private static final int AMBIGUOUS = 0;

  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  /** The standards' own language, which feeds that write another are few beside. */
  private static final List<String> ENGLISH =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private DateNames() {}

  /** 1 to 12, or 0 if that is no month's name, or of different months in different languages. */
  static int month(String word) {
    String name = bare(word);
    for (int i = 0; i < ENGLISH.size() && name.length() >= SHORTEST; i++) {
      if (ENGLISH.get(i).startsWith(name)) {
        return i + 1;
      }
    }
    return Others.MONTHS.getOrDefault(name, AMBIGUOUS);
  }

  /** True for the name of a day of the week, whatever else it may mean. */
  static boolean isWeekday(String word) {
    return Others.DAYS.contains(bare(word));
  }

  /** Without marks: a hand that writes "Marz" means the same. */
  private static String bare(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return MARK.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Read when the first word is met that is not English. */
  private static final class Others {
    static final Map<String, Integer> MONTHS = new HashMap<>();
    static final Set<String> DAYS = new HashSet<>();

    static {
      List<String> lines = lines();
      for (String line : lines) {
        String[] parts = line.split(" ", 3);
        List<String> names = List.of(parts[2].split(" \\| ", -1));
        for (int i = 0; i < names.size(); i++) {
          for (String name : names.get(i).split(" ", -1)) {
            if (parts[1].equals("days")) {
              DAYS.add(bare(name));
            } else {
              add(bare(name), i + 1);
            }
          }
        }
      }
      abbreviate();
    }

    private static void add(String name, int month) {
      MONTHS.merge(name, month, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
    }

    /** Beginnings that are no name themselves and that names of one month alone have. */
    private static void abbreviate() {
      Map<String, Integer> whole = Map.copyOf(MONTHS);
      whole.forEach((name, month) -> {
        for (int end = SHORTEST; end < name.length(); end++) {
          String start = name.substring(0, end);
          if (!whole.containsKey(start)) {
            add(start, month);
          }
        }
      });
    }

    private static List<String> lines() {
      String resource = "/fetch/date-names.txt";
      try (InputStream in = DateNames.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("The resource " + resource + " is missing.");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
