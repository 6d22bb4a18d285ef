/** What was said in a recording, from the files beside it: {@link Transcripts} reads them. */
@NullMarked
package dev.mldigest.extract.transcript;

import org.jspecify.annotations.NullMarked;
