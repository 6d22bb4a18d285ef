package dev.mldigest.publish.service.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.Reply;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adds up clicks by link, each under its name. Persons are told apart while it is filled, and are
 * in no result.
 */
public final class Clicks {
  /** Beyond is no count of readers. */
  private static final long LARGEST = 1_000_000_000_000L;

  /** An issue has some fifty links; what is more was never in one. */
  private static final int MOST_LINKS = 20_000;

  /** As most servers take (RFC 9110, 4.1). */
  private static final int LONGEST = 8_000;

  private final UnaryOperator<String> names;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Set<String>> persons = new HashMap<>();
  private final Set<String> everybody = new HashSet<>();
  private boolean sound = true;
  private boolean whole = true;
  private boolean anonymous;

  /**
   * @param names of links, so that two forms of one are one
   */
  public Clicks(UnaryOperator<String> names) {
    this.names = names;
  }

  public void add(String link, long clicks) {
    String name = name(link);
    if (clicks < 0 || clicks > LARGEST) {
      sound = false;
    } else if (!name.isEmpty()) {
      counts.merge(name, clicks, Long::sum);
    }
  }

  /** The count that a field gives. */
  public void add(String link, JsonNode node, String field) {
    Long count = number(node, field);
    add(link, count == null ? -1 : count);
  }

  /** Counts a person once a link; each click by itself where the person is not told. */
  public void addPerson(String link, String person) {
    String name = name(link);
    if (person.isEmpty()) {
      anonymous = true;
      add(link, 1);
      return;
    }
    everybody.add(person);
    if (!name.isEmpty() && persons.computeIfAbsent(name, one -> new HashSet<>()).add(person)) {
      counts.merge(name, 1L, Long::sum);
    }
  }

  /** Empty for what is left out. */
  private String name(String link) {
    String name = link.length() > LONGEST ? "" : names.apply(link);
    boolean fits = !name.isEmpty() && (counts.containsKey(name) || counts.size() < MOST_LINKS);
    whole &= fits || link.isEmpty();
    return fits ? name : "";
  }

  /** Persons who followed any link; null where some are not told. */
  public @Nullable Long persons() {
    return anonymous ? null : (Long) (long) everybody.size();
  }

  public boolean isWhole() {
    return whole;
  }

  /** What it counts where persons are told. */
  public Measure measure() {
    return anonymous ? Measure.UNSAID : Measure.READERS;
  }

  /** Most followed first. */
  public List<LinkClicks> links() {
    return counts.entrySet().stream()
        .map(one -> new LinkClicks(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparingLong(LinkClicks::clicks).reversed().thenComparing(LinkClicks::link))
        .toList();
  }

  /**
   * All of it, with the totals.
   *
   * @param all whether all pages were seen
   */
  public Reply<Counts> counted(
      String title, Totals totals, Measure totalled, Measure measure, boolean all) {
    return sound && totals.isSound()
        ? Reply.got(new Counts(totals, totalled, measure, links(), all && whole, List.of()))
        : Fields.unreadable(title);
  }

  /** Totals stand for themselves where the service has no list of links any more. */
  public static Reply<Counts> orTotals(
      Reply<Counts> links, String title, Totals totals, Measure totalled) {
    return links instanceof Reply.Trouble<Counts>(Reply.Why why, String sentence)
            && why == Reply.Why.GONE
            && totals.isSound()
        ? Reply.got(
            new Counts(
                totals,
                totalled,
                Measure.UNSAID,
                List.of(),
                false,
                List.of(title + " tells no links of it.")))
        : links;
  }

  /** A number that a service gives; null where it gives none, -1 where it counts nothing. */
  public static @Nullable Long number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    boolean counts = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= LARGEST;
    return counts ? (Long) value.asLong() : value.isNumber() ? Long.valueOf(-1) : null;
  }
}
