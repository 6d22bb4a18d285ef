/**
 * The language model behind one gateway: pace, budget, ledger, providers. Knows nothing of any
 * stage. The front doors are {@link dev.mldigest.model.Gateway}, which asks, and {@link
 * dev.mldigest.model.Asker}, for what a digest can do without.
 */
@NullMarked
package dev.mldigest.model;

import org.jspecify.annotations.NullMarked;
