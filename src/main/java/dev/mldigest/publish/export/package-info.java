/**
 * Files that newsletter services export of what readers did. Columns with persons are skipped as
 * they are read; only where a service tells each click by itself they tell one reader's second
 * click from another's first, and are forgotten then.
 */
@NullMarked
package dev.mldigest.publish.export;

import org.jspecify.annotations.NullMarked;
