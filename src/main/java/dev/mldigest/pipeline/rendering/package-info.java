/**
 * {@link dev.mldigest.pipeline.rendering.Renderings}: an issue in any format, with the edits that
 * stand in its file.
 */
@NullMarked
package dev.mldigest.pipeline.rendering;

import org.jspecify.annotations.NullMarked;
