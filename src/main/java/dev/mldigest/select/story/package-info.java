/** Which reports tell one story. */
@NullMarked
package dev.mldigest.select.story;

import org.jspecify.annotations.NullMarked;
