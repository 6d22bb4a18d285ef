/** What was said in a recording, from the transcript beside it. */
@NullMarked
package dev.mldigest.extract.transcript;

import org.jspecify.annotations.NullMarked;
