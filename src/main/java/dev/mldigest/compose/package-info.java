/** The composition root: builds every object of a run by constructor, and decides nothing. */
@NullMarked
package dev.mldigest.compose;

import org.jspecify.annotations.NullMarked;
