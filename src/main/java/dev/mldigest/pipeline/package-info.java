/**
 * {@link dev.mldigest.pipeline.Run}: a harvest, then the week's issue. {@code harvest} and {@code
 * issue} name the stages in order; {@code filing}, {@code rendering} and {@code past} are what an
 * issue is put into, handed out as, and learned from.
 */
@NullMarked
package dev.mldigest.pipeline;

import org.jspecify.annotations.NullMarked;
