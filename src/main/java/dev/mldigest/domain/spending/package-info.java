/** What was asked of a language model, what came back, and what it cost. */
@NullMarked
package dev.mldigest.domain.spending;

import org.jspecify.annotations.NullMarked;
