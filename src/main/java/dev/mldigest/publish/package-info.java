/**
 * An approved issue leaves: as a {@link dev.mldigest.publish.Draft} for a {@link
 * dev.mldigest.publish.Target}, or as text into a file or a pipe. No target sends a mail to
 * readers: what is made is a draft, or it is set back and said loudly.
 */
@NullMarked
package dev.mldigest.publish;

import org.jspecify.annotations.NullMarked;
