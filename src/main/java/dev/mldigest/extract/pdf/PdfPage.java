package dev.mldigest.extract.pdf;

import java.util.List;

/** The lines of a page in the order in which they were written. */
record PdfPage(float width, float height, List<PdfLine> lines) {}
