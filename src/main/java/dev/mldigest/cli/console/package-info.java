/**
 * What the commands share: options, folders, exit codes, and what is written to a terminal or a
 * pipe.
 */
@NullMarked
package dev.mldigest.cli.console;

import org.jspecify.annotations.NullMarked;
