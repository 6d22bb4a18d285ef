/**
 * An issue as a page of a static site: a file that Hugo, Jekyll and Obsidian read, in a folder of
 * the editor's.
 */
@NullMarked
package dev.mldigest.publish.site;

import org.jspecify.annotations.NullMarked;
