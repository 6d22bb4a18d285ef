package dev.mldigest.extract.pdf;

/**
 * A word as it stands on a page, in points from the page's upper left corner.
 *
 * @param y of its base line
 */
record PdfWord(String text, float from, float to, float y, float size, boolean bold) {}
