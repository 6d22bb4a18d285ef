package dev.mldigest.select.rank;

import java.time.LocalDate;

/**
 * What a crowd made of a piece.
 *
 * @param listed the day it was known; nobody may use it for a ranking before that day
 * @param votes on that day
 */
public record Popularity(LocalDate listed, int votes) {}
