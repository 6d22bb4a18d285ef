/** One polite, bounded client for everything that is fetched. */
@NullMarked
package dev.mldigest.fetch.http;

import org.jspecify.annotations.NullMarked;
