/** Commands on the language model, and what other commands say of it. */
@NullMarked
package dev.mldigest.cli.model;

import org.jspecify.annotations.NullMarked;
