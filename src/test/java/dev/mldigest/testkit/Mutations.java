package dev.mldigest.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Damages documents on all cores, has each read, and tells what went wrong. Short as part of the
 * build, each document once at least; long with {@code -Dmutations=1000000 -Dmutations.seed=7}.
 * {@code -Dmutations.from=N -Dmutations=1} replays the one that a failure names.
 */
public final class Mutations {
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> documents = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Function<byte[], Object> reader;
  private final int few;

  /**
   * @param few damages of a short run, if there are no more documents
   * @param reader has to give something, whatever it reads
   */
  public Mutations(int few, Function<byte[], Object> reader) {
    this.few = few;
    this.reader = reader;
  }

  public void add(String name, byte[] document) {
    names.add(name);
    documents.add(document);
  }

  /**
   * What threw, gave nothing or hung, with the seed and the index that replay it; and, in a short
   * run, what was never damaged.
   */
  public List<String> run(Mutator.Words words) throws InterruptedException {
    long seed = Long.getLong("mutations.seed", 20260302);
    long from = Long.getLong("mutations.from", 0);
    int count = Integer.getInteger("mutations", Math.max(few, documents.size()));
    Mutator mutator = new Mutator(documents, words, seed);
    long[] nanos = new long[count];
    AtomicLong next = new AtomicLong();
    if (Integer.getInteger("mutations") == null) {
      spared(LongStream.range(from, from + count).map(mutator::document)).forEach(failures::add);
    }
    int workers = Runtime.getRuntime().availableProcessors();
    List<Thread> threads = new ArrayList<>();
    AtomicLong[] current = new AtomicLong[workers];
    for (int w = 0; w < workers; w++) {
      AtomicLong at = new AtomicLong(-1);
      current[w] = at;
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                for (long i; (i = next.getAndIncrement()) < count; ) {
                  at.set(from + i);
                  nanos[(int) i] = parse(mutator, from + i);
                }
              }));
    }
    for (int w = 0; w < workers; w++) {
      while (threads.get(w).isAlive()) {
        long before = current[w].get();
        boolean ended = threads.get(w).join(Duration.ofSeconds(60));
        if (!ended && current[w].get() == before) {
          failures.add("hangs at index " + before);
          return failures(seed);
        }
      }
    }
    report(mutator, nanos, seed, from);
    return failures(seed);
  }

  private List<String> failures(long seed) {
    return failures.stream().map(failure -> "seed " + seed + ": " + failure).toList();
  }

  private List<String> spared(LongStream damaged) {
    Set<Long> reached = damaged.boxed().collect(Collectors.toSet());
    return LongStream.range(0, documents.size())
        .filter(document -> !reached.contains(document))
        .mapToObj(document -> names.get((int) document) + " was never damaged")
        .toList();
  }

  private long parse(Mutator mutator, long index) {
    byte[] body = mutator.mutation(index);
    long start = System.nanoTime();
    try {
      if (reader.apply(body) == null) {
        failures.add("null at index " + index);
      }
    } catch (Throwable thrown) { // StackOverflowError and OutOfMemoryError are failures like others
      failures.add(
          names.get(mutator.document(index))
              + " index "
              + index
              + ": "
              + thrown
              + " at "
              + Arrays.stream(thrown.getStackTrace()).limit(6).toList());
    }
    return System.nanoTime() - start;
  }

  /** Printed for a person; no time is asserted. */
  private void report(Mutator mutator, long[] nanos, long seed, long from) {
    int slowest = 0;
    for (int i = 1; i < nanos.length; i++) {
      slowest = nanos[i] > nanos[slowest] ? i : slowest;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "mutations %d of %d documents, seed %d: %d throwables, p99 %.1f ms, slowest %.1f ms"
            + " (%s, index %d)%n",
        nanos.length,
        documents.size(),
        seed,
        failures.size(),
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        nanos[slowest] / 1e6,
        names.get(mutator.document(from + slowest)),
        from + slowest);
  }
}
