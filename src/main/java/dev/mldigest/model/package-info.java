/**
 * The language model behind one gateway: prompts, pace, budget, ledger. Knows nothing of any stage.
 */
@NullMarked
package dev.mldigest.model;

import org.jspecify.annotations.NullMarked;
