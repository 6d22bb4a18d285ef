/** Harvest and WeeklyIssue: the two places that name the stages in order. */
@NullMarked
package dev.mldigest.pipeline;

import org.jspecify.annotations.NullMarked;
