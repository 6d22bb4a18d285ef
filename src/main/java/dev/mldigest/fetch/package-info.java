/** Polite, bounded HTTP; feeds and listings become entries. Knows nothing of articles' text. */
@NullMarked
package dev.mldigest.fetch;

import org.jspecify.annotations.NullMarked;
