/** One class per command: parse, call one method, print, exit code. */
@NullMarked
package dev.mldigest.cli;

import org.jspecify.annotations.NullMarked;
