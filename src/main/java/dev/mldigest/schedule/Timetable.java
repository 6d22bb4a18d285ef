package dev.mldigest.schedule;

import dev.mldigest.domain.settings.Settings;
import java.text.ParseException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When the weekly issue is due: the configured day and time in the configured zone, over changes of
 * summer time.
 */
public final class Timetable {
  private final CronExpression cron;
  private final Settings.Schedule schedule;
  private final ZoneId zone;

  public Timetable(Settings.Schedule schedule, ZoneId zone) {
    this.schedule = schedule;
    this.zone = zone;
    this.cron = cron(schedule, zone);
  }

  /** The first due instant after that one. */
  public Instant next(Instant after) {
    return cron.getNextValidTimeAfter(Date.from(after)).toInstant();
  }

  /** The latest due instant at or before that one. */
  public Instant last(Instant upTo) {
    Instant candidate =
        upTo.atZone(zone)
            .with(TemporalAdjusters.previousOrSame(schedule.day()))
            .with(schedule.time())
            .toInstant();
    return candidate.isAfter(upTo)
        ? candidate.atZone(zone).minusWeeks(1).with(schedule.time()).toInstant()
        : candidate;
  }

  Duration harvestEvery() {
    return schedule.harvestEvery();
  }

  private static CronExpression cron(Settings.Schedule schedule, ZoneId zone) {
    try {
      CronExpression cron =
          new CronExpression(
              String.format(
                  Locale.ROOT,
                  "0 %d %d ? * %s",
                  schedule.time().getMinute(),
                  schedule.time().getHour(),
                  word(schedule.day())));
      cron.setTimeZone(TimeZone.getTimeZone(zone));
      return cron;
    } catch (ParseException e) {
      throw new IllegalStateException("a day and a time always make a cron expression", e);
    }
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3);
  }
}
