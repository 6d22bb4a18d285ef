/** Summaries without a model: the sentences of the source that tell most. */
@NullMarked
package dev.mldigest.summarise.offline;

import org.jspecify.annotations.NullMarked;
