/**
 * {@link dev.mldigest.pipeline.issue.WeeklyIssue}: the week's issue, from what was harvested to
 * what is saved; {@link dev.mldigest.pipeline.issue.Redo} makes one item anew.
 */
@NullMarked
package dev.mldigest.pipeline.issue;

import org.jspecify.annotations.NullMarked;
