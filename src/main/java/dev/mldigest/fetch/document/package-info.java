/**
 * Reads what strangers send, within bounds and without ever failing for its sake: bytes to trees
 * ({@link dev.mldigest.fetch.document.XmlDocument}, {@link
 * dev.mldigest.fetch.document.BoundedJson}), and the plain text, markup and links in them. Knows no
 * format of feeds and asks for nothing.
 */
@NullMarked
package dev.mldigest.fetch.document;

import org.jspecify.annotations.NullMarked;
