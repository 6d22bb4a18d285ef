package dev.mldigest.domain.issue;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Week;

/** How an earlier issue decided on an entry. */
public record PastDecision(Considered considered, Week week, Reason reason, double score) {}
