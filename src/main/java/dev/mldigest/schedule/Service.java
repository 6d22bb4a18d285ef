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
 * the work; that a week is made once is decided by the state. An issue that was missed, or that
 * could not be made when it was due, is made after the next harvest.
 */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Timetable timetable;
  private final InstantSource clock;
  private final Work work;
  private final Scheduler scheduler = scheduler();

  /** From then on nothing new is begun. */
  private volatile boolean stopping;

  /**
   * What is woken.
   *
   * @param harvest one harvest; never runs beside an issue
   * @param issue the issue that was due last; does nothing where it is made already
   * @param missed whether the issue that was due last has not been made
   */
  public record Work(Runnable harvest, Runnable issue, BooleanSupplier missed) {}

  public Service(Timetable timetable, InstantSource clock, Work work) {
    this.timetable = timetable;
    this.clock = clock;
    this.work = work;
  }

  /** Starts in the background, with a harvest at once. */
  public void start() throws SchedulerException {
    scheduler.setJobFactory((bundle, from) -> job(bundle.getJobDetail()));
    scheduler.scheduleJob(
        detail("harvest"),
        TriggerBuilder.newTrigger()
            .startNow()
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(timetable.harvestEvery().toMillis())
                    .repeatForever())
            .build());
    scheduleIssue();
    scheduler.start();
  }

  /** Begins nothing new, and waits for the work in hand to end. */
  @Override
  public void close() {
    stopping = true;
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("the scheduler did not stop cleanly: {}", e.getMessage());
    }
  }

  private Job job(JobDetail detail) {
    return detail.getKey().getName().equals("harvest")
        ? context -> harvestAndMakeUp()
        : context -> issueAndGoOn();
  }

  private void harvestAndMakeUp() {
    if (!stopping) {
      work.harvest().run();
    }
    if (!stopping && work.missed().getAsBoolean()) {
      LOG.info("the issue due {} was missed; making it now", timetable.last(clock.instant()));
      work.issue().run();
    }
  }

  private void issueAndGoOn() {
    if (stopping) {
      return;
    }
    try {
      work.issue().run();
    } finally { // whatever became of this one
      scheduleIssue();
    }
  }

  /** Quartz lives on the machine's time; the clock of the program may have been set elsewhere. */
  @SuppressWarnings("JavaUtilDate") // Quartz speaks Date.
  private void scheduleIssue() {
    Instant due = timetable.next(clock.instant());
    Duration wait = Duration.between(clock.instant(), due);
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .startAt(new Date(System.currentTimeMillis() + wait.toMillis()))
            .build();
    try {
      if (stopping || scheduler.isShutdown()) {
        return;
      }
      scheduler.scheduleJob(detail("issue-" + due), trigger);
      LOG.info("next issue due {}", due);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the next issue cannot be scheduled", e);
    }
  }

  private static JobDetail detail(String name) {
    return JobBuilder.newJob(Job.class).withIdentity(name).build();
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
