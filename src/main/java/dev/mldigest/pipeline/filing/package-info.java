/**
 * {@link dev.mldigest.pipeline.filing.Filing}: a made issue put into the state and beside the
 * editor's edits, none of which is ever lost; {@link dev.mldigest.pipeline.filing.Restore} brings
 * an earlier version back.
 */
@NullMarked
package dev.mldigest.pipeline.filing;

import org.jspecify.annotations.NullMarked;
