/**
 * The words of a text, ready for comparison. {@link dev.mldigest.summarise.ground.span.Span}
 * indexes a stretch of text, {@link dev.mldigest.summarise.ground.span.Opposites} knows which words
 * say the same or the contrary.
 */
@NullMarked
package dev.mldigest.summarise.ground.span;

import org.jspecify.annotations.NullMarked;
