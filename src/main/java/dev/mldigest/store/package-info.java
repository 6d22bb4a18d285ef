/**
 * The only owner of state: one class a table or a question, behind {@link
 * dev.mldigest.store.Store}.
 */
@NullMarked
package dev.mldigest.store;

import org.jspecify.annotations.NullMarked;
