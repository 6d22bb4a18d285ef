package dev.mldigest.pipeline.harvest;

/** Told how far long work is; a terminal shows it, everything else ignores it. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (stage, done, total) -> {};

  /**
   * @param stage what is being done, for example {@code reading feeds}
   * @param done 0..total
   */
  void at(String stage, int done, int total);
}
