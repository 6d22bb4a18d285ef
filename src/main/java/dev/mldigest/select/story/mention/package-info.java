/**
 * Which paper a post or an item of a newsletter speaks of: {@link
 * dev.mldigest.select.story.mention.Mentions}.
 */
@NullMarked
package dev.mldigest.select.story.mention;

import org.jspecify.annotations.NullMarked;
