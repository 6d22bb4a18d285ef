package dev.mldigest.extract.transcript;

/**
 * What was said in one go.
 *
 * @param speaker empty where it is not told
 */
record Cue(String speaker, String words) {}
