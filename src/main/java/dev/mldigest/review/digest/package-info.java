/**
 * digest.md, read into the parts that an editor sees, each with its own bytes: a {@link
 * dev.mldigest.review.digest.DigestFile} of {@link dev.mldigest.review.digest.Part parts}, which
 * are {@link dev.mldigest.review.digest.Known} again where their anchors are lost.
 */
@NullMarked
package dev.mldigest.review.digest;

import org.jspecify.annotations.NullMarked;
