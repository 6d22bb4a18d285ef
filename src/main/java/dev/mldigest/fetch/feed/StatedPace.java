package dev.mldigest.fetch.feed;

import dev.mldigest.domain.FeedPace;
import dev.mldigest.fetch.document.Namespaces;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jdom2.Element;

/**
 * When a feed says it may be asked again: RSS {@code ttl}, {@code skipHours} and {@code skipDays},
 * and the syndication module. Nonsense counts as unsaid, and nothing stretches beyond a week.
 */
final class StatedPace {
  /** A feed that is asked less than once a week could lose an issue. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private StatedPace() {}

  static FeedPace of(Element head) {
    Duration every = Duration.ZERO;
    Duration period = Duration.ZERO;
    int frequency = 1;
    Set<Integer> hours = new TreeSet<>();
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Element child : head.getChildren()) {
      String name = child.getName().toLowerCase(Locale.ROOT);
      switch (Namespaces.core(child) ? name : "module:" + name) {
        case "ttl" -> every = Duration.ofMinutes(count(child));
        case "skiphours" -> child.getChildren().forEach(hour -> hour(hours, hour));
        case "skipdays" -> child.getChildren().forEach(day -> day(days, day));
        // By local name: a tree that kept this namespace would have ROME fail at odd numbers.
        case "module:updateperiod" -> period = period(child.getTextTrim());
        case "module:updatefrequency" -> frequency = Math.max(1, count(child));
        default -> {}
      }
    }
    Duration stated = every.isZero() ? period.dividedBy(frequency) : every;
    return new FeedPace(
        stated.compareTo(LONGEST) > 0 ? LONGEST : stated,
        hours.size() == 24 ? Set.of() : hours, // who never wants to be asked is mistaken
        days.size() == 7 ? Set.of() : days);
  }

  private static int count(Element element) {
    String digits = element.getTextTrim();
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** RSS 0.91 counts from 1 to 24, later versions from 0 to 23; 24 is midnight. */
  private static void hour(Set<Integer> hours, Element element) {
    int hour = count(element);
    boolean zero = element.getTextTrim().matches("0{1,2}");
    if (zero || (hour >= 1 && hour <= 24)) {
      hours.add(hour % 24);
    }
  }

  private static void day(Set<DayOfWeek> days, Element element) {
    String name = element.getTextTrim().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name)) {
        days.add(day);
      }
    }
  }

  private static Duration period(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "hourly" -> Duration.ofHours(1);
      case "daily" -> Duration.ofDays(1);
      case "weekly" -> Duration.ofDays(7);
      case "monthly" -> Duration.ofDays(30);
      case "yearly" -> Duration.ofDays(365);
      default -> Duration.ZERO;
    };
  }
}
