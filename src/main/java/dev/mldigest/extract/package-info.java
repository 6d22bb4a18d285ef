/**
 * A page, a PDF or a transcript becomes the article and nothing else. {@link Extractor} reads a
 * page or a feed's full text, and {@link Reading} is what it found; recordings are read by {@code
 * transcript}. Below them, each room knowing only those before it: {@code page}, {@code formula},
 * {@code block}, {@code meta}, {@code body}; beside these {@code paper} and {@code pdf}.
 */
@NullMarked
package dev.mldigest.extract;

import org.jspecify.annotations.NullMarked;
