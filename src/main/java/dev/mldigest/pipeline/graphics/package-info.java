/**
 * What pictures show, read from the state: {@link dev.mldigest.pipeline.graphics.Graphics}. How it
 * is drawn is left to {@code assemble.picture}.
 */
@NullMarked
package dev.mldigest.pipeline.graphics;

import org.jspecify.annotations.NullMarked;
