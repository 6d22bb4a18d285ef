/** The issue as plain text: {@link dev.mldigest.assemble.plain.PlainText}. */
@NullMarked
package dev.mldigest.assemble.plain;

import org.jspecify.annotations.NullMarked;
