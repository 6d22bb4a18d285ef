/** {@code digest feeds}: sources added, checked, listed, and exchanged with feed readers. */
@NullMarked
package dev.mldigest.cli.feeds;

import org.jspecify.annotations.NullMarked;
