/**
 * {@link dev.mldigest.pipeline.harvest.Harvest}: sources polled, articles read, coverage proven.
 */
@NullMarked
package dev.mldigest.pipeline.harvest;

import org.jspecify.annotations.NullMarked;
