/**
 * What is worth the editor's place: {@link dev.mldigest.select.rank.Ranker} scores stories, {@link
 * dev.mldigest.select.rank.Taste} is what earlier issues teach, {@link
 * dev.mldigest.select.rank.Rerank} asks a judge of the order.
 */
@NullMarked
package dev.mldigest.select.rank;

import org.jspecify.annotations.NullMarked;
