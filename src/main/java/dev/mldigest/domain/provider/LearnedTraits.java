package dev.mldigest.domain.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was found out of services, so that no run finds it out again. Safe for several threads. */
public interface LearnedTraits {
  /** What was learned of that model of that service at that time or later, one of each trait. */
  List<LearnedTrait> of(String service, String model, Instant since);

  /** Keeps it; in place of what was known of the same trait. */
  void learn(LearnedTrait trait);

  /** For as long as it is in use. */
  static LearnedTraits forgetful() {
    List<LearnedTrait> known = new ArrayList<>();
    return new LearnedTraits() {
      @Override
      public synchronized List<LearnedTrait> of(String service, String model, Instant since) {
        return known.stream()
            .filter(t -> t.service().equals(service) && t.model().equals(model))
            .filter(t -> !t.at().isBefore(since))
            .toList();
      }

      @Override
      public synchronized void learn(LearnedTrait trait) {
        known.removeIf(t ->
            t.service().equals(trait.service())
                && t.model().equals(trait.model())
                && t.trait().equals(trait.trait()));
        known.add(trait);
      }
    };
  }
}
