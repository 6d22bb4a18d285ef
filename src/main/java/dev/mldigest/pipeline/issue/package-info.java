/**
 * {@link dev.mldigest.pipeline.issue.WeeklyIssue}: the week's issue made, filed beside the editor's
 * edits, and made anew.
 */
@NullMarked
package dev.mldigest.pipeline.issue;

import org.jspecify.annotations.NullMarked;
