/** The text of a PDF in reading order: {@link PdfText} reads it. */
@NullMarked
package dev.mldigest.extract.pdf;

import org.jspecify.annotations.NullMarked;
