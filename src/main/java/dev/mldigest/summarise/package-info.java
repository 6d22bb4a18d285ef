/**
 * Summaries and openings. Front doors: {@link dev.mldigest.summarise.Summariser} for stories,
 * {@link dev.mldigest.summarise.Opinions} for what a model thinks before an issue is chosen; {@code
 * opening} for what stands above the items, {@code offline} for what needs no model, {@code ground}
 * for whether a text is supported by its source.
 */
@NullMarked
package dev.mldigest.summarise;

import org.jspecify.annotations.NullMarked;
