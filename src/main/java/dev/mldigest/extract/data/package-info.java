/** The text of a page that only its scripts carry, for the pages whose markup has none. */
@NullMarked
package dev.mldigest.extract.data;

import org.jspecify.annotations.NullMarked;
