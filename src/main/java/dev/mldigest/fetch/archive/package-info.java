/** Past newsletters of the editor, read as a source. */
@NullMarked
package dev.mldigest.fetch.archive;

import org.jspecify.annotations.NullMarked;
