/** Prompts, the language model, groundedness, and the offline summariser. */
@NullMarked
package dev.mldigest.summarise;

import org.jspecify.annotations.NullMarked;
