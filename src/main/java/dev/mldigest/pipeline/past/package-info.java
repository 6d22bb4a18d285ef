/**
 * {@link dev.mldigest.pipeline.past.Learned}: what earlier issues, as they were reviewed, leave to
 * the next.
 */
@NullMarked
package dev.mldigest.pipeline.past;

import org.jspecify.annotations.NullMarked;
