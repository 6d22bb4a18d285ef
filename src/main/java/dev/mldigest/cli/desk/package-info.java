/** Commands on the items of an issue that was made, and on the issue as a whole. */
@NullMarked
package dev.mldigest.cli.desk;

import org.jspecify.annotations.NullMarked;
