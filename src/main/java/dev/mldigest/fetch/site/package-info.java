/** Sites without a feed: sitemaps and listings. */
@NullMarked
package dev.mldigest.fetch.site;

import org.jspecify.annotations.NullMarked;
