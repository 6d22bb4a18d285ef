/**
 * Which reports tell one story: {@link dev.mldigest.select.story.Stories} of a week, in the view of
 * a {@link dev.mldigest.select.story.Piece}; {@link dev.mldigest.select.story.SameStory} and {@link
 * dev.mldigest.select.story.Mentions} are its two questions alone.
 */
@NullMarked
package dev.mldigest.select.story;

import org.jspecify.annotations.NullMarked;
