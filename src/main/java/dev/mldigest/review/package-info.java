/**
 * The editor's edits: read back, merged, never lost. {@link dev.mldigest.review.Merge} brings them
 * over a new rendering, {@link dev.mldigest.review.Approval} says what readers may see of them,
 * {@link dev.mldigest.review.Reviewed} and {@link dev.mldigest.review.Contents} what the editor
 * made of an issue.
 */
@NullMarked
package dev.mldigest.review;

import org.jspecify.annotations.NullMarked;
