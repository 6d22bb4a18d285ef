/**
 * The local review page: one server on the loopback address, for the one editor who started it.
 * Promises that what is shown is what the desk holds, that every act goes through the desk, and
 * that nobody is answered whom {@code page.guard} does not let in.
 */
@NullMarked
package dev.mldigest.page;

import org.jspecify.annotations.NullMarked;
