/**
 * The issue as posts: for Slack, Discord, Telegram, Mastodon and Bluesky, in their dialects and
 * within their limits. {@link dev.mldigest.assemble.post.Posts} is the door.
 */
@NullMarked
package dev.mldigest.assemble.post;

import org.jspecify.annotations.NullMarked;
