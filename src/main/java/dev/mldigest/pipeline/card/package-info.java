/**
 * What an editor sees of an item: its sentences with their evidence, its source with the quotes
 * marked, when it happened and was told, who else tells it and what they say otherwise, and why it
 * was picked. Only reads; whoever shows it goes by {@link dev.mldigest.pipeline.card.Cards}.
 */
@NullMarked
package dev.mldigest.pipeline.card;

import org.jspecify.annotations.NullMarked;
