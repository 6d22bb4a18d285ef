/**
 * Sites without a feed: their sitemaps ({@link dev.mldigest.fetch.site.SitemapProtocol}) and the
 * pages that list their articles ({@link dev.mldigest.fetch.site.ListingProtocol}) or tell them one
 * below the other ({@link dev.mldigest.fetch.site.DatedPage}).
 */
@NullMarked
package dev.mldigest.fetch.site;

import org.jspecify.annotations.NullMarked;
