/** Whether a source supports what is said of it. */
@NullMarked
package dev.mldigest.summarise.ground;

import org.jspecify.annotations.NullMarked;
