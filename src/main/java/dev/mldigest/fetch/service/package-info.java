/**
 * Services with an interface of their own, one protocol each, and those with feeds of a form of
 * their own, one refinement of {@link dev.mldigest.fetch.feed.FeedProtocol} each.
 */
@NullMarked
package dev.mldigest.fetch.service;

import org.jspecify.annotations.NullMarked;
