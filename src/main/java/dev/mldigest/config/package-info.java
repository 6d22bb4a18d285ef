/**
 * feeds.yaml and the environment become immutable settings; every mistake is reported at once, with
 * its place.
 */
@NullMarked
package dev.mldigest.config;

import org.jspecify.annotations.NullMarked;
