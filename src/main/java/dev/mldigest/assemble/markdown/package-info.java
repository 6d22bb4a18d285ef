/**
 * Markdown as all forms read it, and what of it may reach a reader: {@link
 * dev.mldigest.assemble.markdown.Dialect} reads a digest, {@link
 * dev.mldigest.assemble.markdown.Inert} writes what others said into one, {@link
 * dev.mldigest.assemble.markdown.Destination} says where a link may lead, {@link
 * dev.mldigest.assemble.markdown.OutgoingMarkdown} is what leaves as Markdown.
 */
@NullMarked
package dev.mldigest.assemble.markdown;

import org.jspecify.annotations.NullMarked;
