/**
 * Which reports tell one story: {@link dev.mldigest.select.story.Stories} of a week, {@link
 * dev.mldigest.select.story.Reports} of one, and those that {@link
 * dev.mldigest.select.story.Covered} issues told already.
 */
@NullMarked
package dev.mldigest.select.story;

import org.jspecify.annotations.NullMarked;
