package dev.mldigest.model.wire;

import dev.mldigest.domain.provider.LearnedTrait;
import dev.mldigest.domain.provider.LearnedTraits;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How one model is asked by all threads of a run: as its service is known to want it, and from the
 * first refusal on as it was found to want it. Safe for use by several threads.
 */
public final class LearnedProfile {
  /** Services change; one refused request in a month finds out whether they did. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final String service;
  private final String model;
  private final LearnedTraits traits;
  private final InstantSource clock;
  private Profile current;
  private Profile kept;

  /**
   * @param service its address
   * @param start how it is asked before anything is known
   */
  public LearnedProfile(
      String service, String model, Profile start, LearnedTraits traits, InstantSource clock) {
    this.service = service;
    this.model = model;
    this.traits = traits;
    this.clock = clock;
    this.current = start;
    for (LearnedTrait known : traits.of(service, model, clock.instant().minus(KEPT))) {
      Trait.of(known.trait()).ifPresent(trait -> current = current.and(trait, known.value()));
    }
    this.kept = current;
  }

  public synchronized Profile current() {
    return current;
  }

  /**
   * What a refusal showed, beside what other threads have learned since the request was sent.
   *
   * @param sent as it was asked
   * @param better as it is to be asked
   */
  public synchronized void suppose(Profile sent, Profile better) {
    better.traits().entrySet().stream()
        .filter(trait -> !trait.getValue().equals(sent.traits().get(trait.getKey())))
        .forEach(trait -> current = current.and(trait.getKey(), trait.getValue()));
  }

  /**
   * An answer came: what was supposed is known, and kept for other runs.
   *
   * @param sent as it was asked
   */
  public synchronized void confirm(Profile sent) {
    for (Trait trait : Trait.values()) {
      String value = sent.traits().get(trait);
      if (value != null && trait != Trait.ROOM && !value.equals(kept.traits().get(trait))) {
        kept = kept.with(trait, value);
        traits.learn(new LearnedTrait(service, model, trait.word(), value, clock.instant()));
      }
    }
  }
}
