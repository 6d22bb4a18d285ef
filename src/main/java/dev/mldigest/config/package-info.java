/**
 * feeds.yaml and the environment become immutable settings; every mistake is reported at once, with
 * its place. {@link dev.mldigest.config.SettingsReader} reads, {@link
 * dev.mldigest.config.FeedsFile} writes sources into it, {@link dev.mldigest.config.Opml} exchanges
 * them with other readers.
 */
@NullMarked
package dev.mldigest.config;

import org.jspecify.annotations.NullMarked;
