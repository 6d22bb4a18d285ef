/** The text of a PDF in reading order. */
@NullMarked
package dev.mldigest.extract.pdf;

import org.jspecify.annotations.NullMarked;
