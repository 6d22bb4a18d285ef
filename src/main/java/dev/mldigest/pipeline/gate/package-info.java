/**
 * What stands between an issue and its readers: everything that was found in it which they should
 * not get, with its place. {@link dev.mldigest.pipeline.gate.Approving} lets nothing pass that must
 * not.
 */
@NullMarked
package dev.mldigest.pipeline.gate;

import org.jspecify.annotations.NullMarked;
