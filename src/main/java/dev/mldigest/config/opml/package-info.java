/**
 * Exchanges sources with other readers of feeds: {@link dev.mldigest.config.opml.Opml} reads and
 * writes their lists, {@link dev.mldigest.config.opml.OpmlSources} makes sources of them.
 */
@NullMarked
package dev.mldigest.config.opml;

import org.jspecify.annotations.NullMarked;
