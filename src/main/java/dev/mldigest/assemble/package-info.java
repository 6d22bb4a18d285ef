/**
 * The frozen issue becomes text, a class for each format: {@link
 * dev.mldigest.assemble.DigestMarkdown} (which all others but {@link
 * dev.mldigest.assemble.IssueJson} are made of), {@link dev.mldigest.assemble.AtomFeed}, {@link
 * dev.mldigest.assemble.RichHtml}; what takes more than one class has a room below.
 */
@NullMarked
package dev.mldigest.assemble;

import org.jspecify.annotations.NullMarked;
