/**
 * The editor's edits: brought over a new rendering by {@link dev.mldigest.review.Merge}, and told:
 * {@link dev.mldigest.review.Reviewed}, {@link dev.mldigest.review.Contents} and {@link
 * dev.mldigest.review.Cuts} say what the editor made of an issue.
 */
@NullMarked
package dev.mldigest.review;

import org.jspecify.annotations.NullMarked;
