package dev.mldigest.domain;

/** How an earlier issue decided on an entry. */
public record PastDecision(Considered considered, Week week, Reason reason, double score) {}
