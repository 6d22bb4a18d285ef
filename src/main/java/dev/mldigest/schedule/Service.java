package dev.mldigest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the digest going: harvests every few hours and makes the issue weekly. Quartz only wakes
 * the work; that a week is made once is decided by the state. A missed issue is made at the start.
 */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Timetable timetable;
  private final InstantSource clock;
  private final Runnable harvest;
  private final Runnable issue;
  private final Scheduler scheduler;

  /**
   * @param harvest one harvest; may run while nothing else does
   * @param issue one harvest and the week's issue; does nothing where it is made already
   */
  public Service(Timetable timetable, InstantSource clock, Runnable harvest, Runnable issue) {
    this.timetable = timetable;
    this.clock = clock;
    this.harvest = harvest;
    this.issue = issue;
    this.scheduler = scheduler();
  }

  /**
   * Starts in the background.
   *
   * @param missed whether the latest issue that was due has not been made
   */
  public void start(BooleanSupplier missed) throws SchedulerException {
    scheduler.setJobFactory((bundle, from) -> job(bundle.getJobDetail()));
    if (missed.getAsBoolean()) {
      LOG.info("the issue due {} was missed; making it now", timetable.last(clock.instant()));
      scheduler.scheduleJob(detail("missed"), TriggerBuilder.newTrigger().startNow().build());
    }
    scheduler.scheduleJob(
        detail("harvest"),
        TriggerBuilder.newTrigger()
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(timetable.harvestEvery().toMillis())
                    .repeatForever())
            .build());
    scheduler.scheduleJob(detail("issue"), nextIssue());
    scheduler.start();
  }

  /** Waits for the work in hand to end. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("the scheduler did not stop cleanly: {}", e.getMessage());
    }
  }

  private Job job(JobDetail detail) {
    return switch (detail.getKey().getName()) {
      case "harvest" -> context -> harvest.run();
      case "missed" -> context -> issue.run();
      default ->
          context -> {
            issue.run();
            again();
          };
    };
  }

  @SuppressWarnings("JavaUtilDate") // Quartz speaks Date.
  private void again() {
    try {
      Trigger next = nextIssue();
      scheduler.scheduleJob(detail("issue-" + next.getStartTime().getTime()), next);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the next issue cannot be scheduled", e);
    }
  }

  /** Quartz lives on the machine's time; the clock of the program may have been set elsewhere. */
  @SuppressWarnings("JavaUtilDate") // Quartz speaks Date.
  private Trigger nextIssue() {
    Instant due = timetable.next(clock.instant());
    Duration wait = Duration.between(clock.instant(), due);
    LOG.info("next issue due {}", due);
    return TriggerBuilder.newTrigger()
        .startAt(new Date(System.currentTimeMillis() + wait.toMillis()))
        .build();
  }

  private static JobDetail detail(String name) {
    return JobBuilder.newJob(Job.class).withIdentity(name).storeDurably(false).build();
  }

  private static Scheduler scheduler() {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "digest");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    // One thread: a harvest and an issue never run at the same time.
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      return new StdSchedulerFactory(properties).getScheduler();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler cannot be built", e);
    }
  }
}
