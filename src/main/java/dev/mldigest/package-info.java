/** ML Digest: from feeds to a reviewed weekly Markdown digest. */
@NullMarked
package dev.mldigest;

import org.jspecify.annotations.NullMarked;
