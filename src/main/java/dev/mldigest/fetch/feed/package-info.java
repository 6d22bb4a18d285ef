/**
 * Feeds of every format. {@link dev.mldigest.fetch.feed.FeedProtocol} asks for one, {@link
 * dev.mldigest.fetch.feed.FeedParser} reads its bytes, {@link dev.mldigest.fetch.feed.FeedFinder}
 * finds those of a page.
 */
@NullMarked
package dev.mldigest.fetch.feed;

import org.jspecify.annotations.NullMarked;
