/**
 * Lines of a page as blocks, and blocks as text: {@link Blocks} reads and writes each {@link
 * Block}.
 */
@NullMarked
package dev.mldigest.extract.block;

import org.jspecify.annotations.NullMarked;
