/**
 * Summaries made of the source's own sentences. Front door: {@link
 * dev.mldigest.summarise.offline.OfflineSummariser}.
 */
@NullMarked
package dev.mldigest.summarise.offline;

import org.jspecify.annotations.NullMarked;
