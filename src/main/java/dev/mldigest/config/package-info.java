/**
 * feeds.yaml and the environment become immutable settings; every mistake is reported at once, with
 * its place. {@link dev.mldigest.config.SettingsReader} reads, part by part, {@link
 * dev.mldigest.config.FeedsFile} writes sources into it.
 */
@NullMarked
package dev.mldigest.config;

import org.jspecify.annotations.NullMarked;
