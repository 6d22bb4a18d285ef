/** Commands that hand an issue on: to a pipe, a file, a service, a site of all issues. */
@NullMarked
package dev.mldigest.cli.publish;

import org.jspecify.annotations.NullMarked;
