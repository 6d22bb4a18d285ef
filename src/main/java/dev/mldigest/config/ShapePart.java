package dev.mldigest.config;

import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.ValueForms;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.settings.Evergreen;
import dev.mldigest.domain.settings.Filter;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings.Audience;
import dev.mldigest.domain.settings.Settings.Likeness;
import dev.mldigest.domain.settings.Settings.Recency;
import dev.mldigest.domain.settings.Settings.Schedule;
import dev.mldigest.domain.settings.Slots;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads whom an issue is for, what it holds and when it is made. */
final class ShapePart {
  /** Each example is compared with every piece of a week. */
  private static final int MOST_TITLES = 500;

  private static final Map<String, Boolean> ON_OFF = onOff();

  private ShapePart() {}

  private static Map<String, Boolean> onOff() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("on", true);
    words.put("off", false);
    return words;
  }

  static Audience audience(YamlMap top) {
    YamlMap map = top.requireMap("audience", Keys.AUDIENCE).orElse(null);
    if (map == null) {
      return new Audience("", List.of(), List.of());
    }
    return new Audience(
        map.require("description", ValueForm.text(4000), ""),
        map.list("wanted", ValueForm.text(400), MOST_TITLES),
        map.list("unwanted", ValueForm.text(400), MOST_TITLES),
        unfiltered(map),
        map.get("recency", setting(Recency.values()), Recency.OFF),
        map.get("likeness", setting(Likeness.values()), Likeness.MEANING));
  }

  /** One of the constants, written in small letters. */
  private static <E extends Enum<E>> ValueForm<E> setting(E[] constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return ValueForm.word("setting", words);
  }

  private static Set<Filter> unfiltered(YamlMap audience) {
    Set<Filter> off = EnumSet.noneOf(Filter.class);
    audience
        .map("filters", Keys.FILTERS)
        .ifPresent(map -> {
          for (Filter filter : Filter.values()) {
            if (!map.get(filter.word(), ValueForm.word("setting", ON_OFF), true)) {
              off.add(filter);
            }
          }
        });
    return off;
  }

  static Slots slots(@Nullable YamlMap map) {
    if (map == null) {
      return new Slots(12, 2, 15, 48, List.of());
    }
    int picks = map.get("picks", ValueForm.whole(1, 50), 12L).intValue();
    List<SectionRule> sections = sections(map);
    int promised = sections.stream().mapToInt(SectionRule::atLeast).sum();
    if (promised > picks) {
      map.wrong(
          map.has("picks") ? "picks" : "sections",
          "cannot be kept: the sections promise at least %d items and 'picks' is %d"
              .formatted(promised, picks));
    }
    return new Slots(
        picks,
        map.get("per-publisher", ValueForm.whole(1, 50), 2L).intValue(),
        map.get("also-seen", ValueForm.whole(0, 100), 15L).intValue(),
        map.get("bench", ValueForm.whole(0, 500), 48L).intValue(),
        map.map("evergreen", Keys.EVERGREEN).map(ShapePart::evergreen).orElse(Evergreen.OFF),
        map.get("spill", ValueForm.flag(), true),
        sections);
  }

  private static Evergreen evergreen(YamlMap map) {
    return new Evergreen(
        map.get("most", ValueForm.whole(0, 10), 0L).intValue(),
        map.get("weeks", ValueForm.whole(1, 260), (long) Evergreen.OFF.weeks()).intValue());
  }

  private static List<SectionRule> sections(YamlMap issue) {
    List<SectionRule> sections = new ArrayList<>();
    Ids ids = new Ids();
    for (YamlMap map : issue.requireMaps("sections", Keys.SECTION, 30)) {
      String id = ids.unique(map, map.require("id", ValueForm.id(), ""));
      long slots = map.require("slots", ValueForm.whole(1, 50), 50L);
      long atLeast = map.get("at-least", ValueForm.whole(0, 50), 0L);
      if (atLeast > slots) {
        map.wrong("at-least", "must not be more than 'slots', which is " + slots);
      }
      String title = map.get("title", ValueForm.text(120), id);
      sections.add(new SectionRule(id, title, (int) slots, (int) atLeast));
    }
    return sections;
  }

  static Schedule schedule(YamlMap top) {
    YamlMap map = top.map("schedule", Keys.SCHEDULE).orElseGet(top::nothing);
    return new Schedule(
        map.get("harvest-every", ValueForms.duration("15m", "7d"), Duration.ofMinutes(30)),
        map.get("day", ValueForm.word("day", days()), DayOfWeek.MONDAY),
        map.get("time", ValueForms.time(), LocalTime.of(7, 0)));
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().toLowerCase(Locale.ROOT), day);
    }
    return days;
  }
}
