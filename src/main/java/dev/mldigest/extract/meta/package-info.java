/**
 * What a page says of itself: {@link Metadata} is asked, and {@link Continuations} where it goes
 * on.
 */
@NullMarked
package dev.mldigest.extract.meta;

import org.jspecify.annotations.NullMarked;
