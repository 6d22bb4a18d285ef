/** A page as it arrived: decoded, parsed once, and what it says of itself. */
@NullMarked
package dev.mldigest.extract.page;

import org.jspecify.annotations.NullMarked;
