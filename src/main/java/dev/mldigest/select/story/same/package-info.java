/**
 * Whether texts tell the same, by what they say alone: {@link
 * dev.mldigest.select.story.same.SameStory} parts a batch into stories, and {@link
 * dev.mldigest.select.story.same.Facts} say where two contradict each other.
 */
@NullMarked
package dev.mldigest.select.story.same;

import org.jspecify.annotations.NullMarked;
