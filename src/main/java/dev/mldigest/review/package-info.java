/** The editor's edits: read back, merged, never lost. */
@NullMarked
package dev.mldigest.review;

import org.jspecify.annotations.NullMarked;
