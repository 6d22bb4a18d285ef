/** Same-story clusters, ranking, learning, slots, the decision ledger. */
@NullMarked
package dev.mldigest.select;

import org.jspecify.annotations.NullMarked;
