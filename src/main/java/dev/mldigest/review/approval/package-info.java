/**
 * What readers may see of a digest, and what nobody can decide but the editor: {@link
 * dev.mldigest.review.approval.Approval}.
 */
@NullMarked
package dev.mldigest.review.approval;

import org.jspecify.annotations.NullMarked;
