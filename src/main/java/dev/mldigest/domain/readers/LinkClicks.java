package dev.mldigest.domain.readers;

/**
 * How often a link was followed.
 *
 * @param link as it was reported until it is named after the issue's own links; what is kept holds
 *     nothing of who followed it
 */
public record LinkClicks(String link, long clicks) {}
