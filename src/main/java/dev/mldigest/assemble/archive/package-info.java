/**
 * The issues as a site that readers come back to: {@link dev.mldigest.assemble.archive.ArchiveSite}
 * makes a page of each issue, an index of all, an index by topic and the feed. No page asks for
 * anything from elsewhere, and none holds a script.
 */
@NullMarked
package dev.mldigest.assemble.archive;

import org.jspecify.annotations.NullMarked;
