/**
 * One polite, bounded client for everything that is fetched: {@link dev.mldigest.fetch.http.Http}
 * for the protocols beside it, {@link dev.mldigest.fetch.http.Pages} for articles. What the world
 * does comes back as a value that says what it means.
 */
@NullMarked
package dev.mldigest.fetch.http;

import org.jspecify.annotations.NullMarked;
