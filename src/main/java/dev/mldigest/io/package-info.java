/** Files that are whole or absent, and digests of what they hold. */
@NullMarked
package dev.mldigest.io;

import org.jspecify.annotations.NullMarked;
