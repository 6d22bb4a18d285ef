/**
 * What a provider's answer says that is no answer of a model: which fault it is, in whatever
 * dialect, the provider's own sentence, and when to come again. Asks nothing and decides nothing;
 * the gateway above it does.
 */
@NullMarked
package dev.mldigest.model.fault;

import org.jspecify.annotations.NullMarked;
