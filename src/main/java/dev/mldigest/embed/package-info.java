/**
 * Sentence embeddings: what texts mean, as directions in space. Computed in this process by a small
 * model, without a service or a key; the program does without where the model is left out or cannot
 * run. The front door is {@link dev.mldigest.embed.Embeddings}.
 */
@NullMarked
package dev.mldigest.embed;

import org.jspecify.annotations.NullMarked;
