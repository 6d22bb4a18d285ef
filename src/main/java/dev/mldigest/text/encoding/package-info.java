/**
 * Bytes become text: {@link dev.mldigest.text.encoding.Encodings} knows the names of encodings,
 * {@link dev.mldigest.text.encoding.Decoded} decides between what is declared and what stands
 * there, {@link dev.mldigest.text.encoding.Mojibake} mends what was decoded wrongly before.
 */
@NullMarked
package dev.mldigest.text.encoding;

import org.jspecify.annotations.NullMarked;
