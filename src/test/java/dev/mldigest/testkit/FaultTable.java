package dev.mldigest.testkit;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps the books on the numbered fault cases: what became of each, how long it took, what it cost.
 * Written to {@code target/faults.md} when all tests are over. Processor time is the whole
 * process's, the test's own servers included; memory is what the calling thread allocated in all,
 * so the most that can have been alive at once is less.
 */
public final class FaultTable implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private static final Pattern CASE = Pattern.compile("case_([0-9]+)_(\\w+)");

  private String outcome = "as required";
  private long wall;
  private long cpu;
  private long allocated;

  /** The word to put down for the case. */
  public void outcome(String word) {
    outcome = word;
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    wall = System.nanoTime();
    cpu = cpu();
    allocated = allocated();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    long tookWall = (System.nanoTime() - wall) / 1_000_000;
    long tookCpu = (cpu() - cpu) / 1_000_000;
    long took = (allocated() - allocated) >> 20;
    Matcher name = CASE.matcher(context.getRequiredTestMethod().getName());
    if (name.matches()) {
      String verdict = context.getExecutionException().isPresent() ? "RED" : outcome;
      rows(context)
          .rows
          .put(
              "%03d %s".formatted(Integer.parseInt(name.group(1)), name.group(2)),
              "| %s | %s | %s | %d | %d | %d |"
                  .formatted(
                      name.group(1),
                      name.group(2).replace('_', ' '),
                      verdict,
                      tookWall,
                      tookCpu,
                      took));
    }
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }

  private static Rows rows(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(FaultTable.class))
        .computeIfAbsent("rows", key -> new Rows(), Rows.class);
  }

  /** Closed by JUnit after the last test. */
  private static final class Rows implements AutoCloseable {
    final SortedMap<String, String> rows = new ConcurrentSkipListMap<>();

    @Override
    public void close() {
      String table =
          "| case | test | outcome | wall ms | CPU ms | MB allocated |\n|---|---|---|---|---|---|\n"
              + String.join("\n", rows.values())
              + "\n";
      try {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "faults.md"), table);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      System.out.println(table);
    }
  }
}
