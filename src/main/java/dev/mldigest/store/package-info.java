/**
 * The only owner of state: one SQLite file, its migrations and its SQL, behind {@link
 * dev.mldigest.store.Store}.
 */
@NullMarked
package dev.mldigest.store;

import org.jspecify.annotations.NullMarked;
