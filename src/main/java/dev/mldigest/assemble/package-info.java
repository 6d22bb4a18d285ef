/** The frozen issue becomes Markdown, HTML, plain text, Atom and JSON. */
@NullMarked
package dev.mldigest.assemble;

import org.jspecify.annotations.NullMarked;
