/** {@code digest inspect}: every stage run alone, on given input, with the classes of a run. */
@NullMarked
package dev.mldigest.cli.inspect;

import org.jspecify.annotations.NullMarked;
