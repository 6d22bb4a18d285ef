package dev.mldigest.domain.provider;

import java.time.Instant;

/**
 * One thing that was found out of how a model of a service is to be asked.
 *
 * @param service its address
 * @param model as the service knows it
 * @param trait what it is about, in words for a person
 * @param value likewise
 */
public record LearnedTrait(String service, String model, String trait, String value, Instant at) {}
