/** Text as every stage sees it: encodings, words and sentences, lengths, lists of words, dates. */
@NullMarked
package dev.mldigest.text;

import org.jspecify.annotations.NullMarked;
