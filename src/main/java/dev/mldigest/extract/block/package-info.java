/** The body of a page: its blocks found, judged, and written as Markdown and as text. */
@NullMarked
package dev.mldigest.extract.block;

import org.jspecify.annotations.NullMarked;
