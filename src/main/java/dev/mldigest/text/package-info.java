/** Text as every stage sees it: words and sentences, lengths, lists of words, languages. */
@NullMarked
package dev.mldigest.text;

import org.jspecify.annotations.NullMarked;
