package dev.mldigest.domain.issue;

/**
 * Where a published sentence stands in its source.
 *
 * @param sentence number of the source sentence, from 1, by our own splitter
 * @param quote the verbatim span of that sentence
 */
public record Evidence(int sentence, String quote) {}
