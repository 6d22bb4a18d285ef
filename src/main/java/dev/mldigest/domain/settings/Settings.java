package dev.mldigest.domain.settings;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.issue.Labels;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * feeds.yaml, read and checked.
 *
 * @param style what a model's prose must keep to
 * @param targets where approved issues go
 * @param keys of the review page that the editor chose, by act (see {@code KeyTable})
 */
public record Settings(
    Masthead masthead,
    Audience audience,
    Slots slots,
    Schedule schedule,
    Network network,
    LanguageModel model,
    Style style,
    List<PublishTarget> targets,
    Map<String, String> keys,
    List<Source> sources) {
  public Settings {
    targets = List.copyOf(targets);
    keys = Map.copyOf(keys);
    sources = List.copyOf(sources);
  }

  /** Settings of a digest that goes into files and pipes only. */
  public Settings(
      Masthead masthead,
      Audience audience,
      Slots slots,
      Schedule schedule,
      Network network,
      LanguageModel model,
      Style style,
      List<Source> sources) {
    this(masthead, audience, slots, schedule, network, model, style, List.of(), Map.of(), sources);
  }

  public Optional<PublishTarget> target(String name) {
    return targets.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The newsletter's name. */
  public String title() {
    return masthead.title();
  }

  /** In which weeks begin and dates are shown. */
  public ZoneId zone() {
    return masthead.zone();
  }

  public String language() {
    return masthead.labels().language();
  }

  public Optional<Source> source(String id) {
    return sources.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** In what words and what language issues are set. */
  public Labels labels() {
    return masthead.labels();
  }

  /** How its HTML mail looks. */
  public MailLook mail() {
    return masthead.mail();
  }

  /** What stands over every issue. */
  public record Masthead(String title, ZoneId zone, Labels labels, MailLook mail) {
    /** One whose issues are set in our own words. */
    public Masthead(String title, ZoneId zone, String language) {
      this(title, zone, new Labels(language, false, Map.of()), MailLook.OURS);
    }
  }

  /**
   * For whom the digest is: a description and examples, the cold start of the ranking.
   *
   * @param unfiltered the filters that are switched off
   * @param recency whether the newer of two is worth more
   * @param likeness how it is told what is like the description
   */
  public record Audience(
      String description,
      List<String> wanted,
      List<String> unwanted,
      Set<Filter> unfiltered,
      Recency recency,
      Likeness likeness) {
    public Audience {
      wanted = List.copyOf(wanted);
      unwanted = List.copyOf(unwanted);
      unfiltered = Set.copyOf(unfiltered);
    }

    /** An audience to which dates do not matter. */
    public Audience(
        String description, List<String> wanted, List<String> unwanted, Set<Filter> unfiltered) {
      this(description, wanted, unwanted, unfiltered, Recency.OFF, Likeness.WORDS);
    }

    /** An audience with all filters. */
    public Audience(String description, List<String> wanted, List<String> unwanted) {
      this(description, wanted, unwanted, Set.of());
    }
  }

  /** By what texts are found alike. */
  public enum Likeness {
    /** By what their sentences mean, told by a small model that runs in this process. */
    MEANING,
    /** By the words they share. */
    WORDS
  }

  /** What the date of an entry does to its score. */
  public enum Recency {
    /** Nothing. */
    OFF,
    /** A little less for each day that others are newer. */
    MILD
  }

  /** When {@code digest serve} harvests and makes the issue, in {@link Settings#zone}. */
  public record Schedule(Duration harvestEvery, DayOfWeek day, LocalTime time) {}

  /**
   * How a model may write.
   *
   * @param writtenHeadlines true if it may write headlines; else sources' titles stay verbatim
   * @param banned phrases it may not bring in, beside those that ship with the prompts
   */
  public record Style(boolean writtenHeadlines, List<String> banned) {
    public static final Style PLAIN = new Style(false, List.of());

    public Style {
      banned = List.copyOf(banned);
    }
  }
}
