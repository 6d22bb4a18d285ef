/**
 * An approved issue leaves for a {@link dev.mldigest.publish.Target}: a file or standard output.
 */
@NullMarked
package dev.mldigest.publish;

import org.jspecify.annotations.NullMarked;
