/** Commands that say why the issues are as they are, and count: sources, costs, taste, the past. */
@NullMarked
package dev.mldigest.cli.stats;

import org.jspecify.annotations.NullMarked;
