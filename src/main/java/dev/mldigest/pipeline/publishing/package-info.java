/**
 * An approved issue leaves for the targets that feeds.yaml names. {@link
 * dev.mldigest.pipeline.publishing.Publishing} is what commands and pages call.
 */
@NullMarked
package dev.mldigest.pipeline.publishing;

import org.jspecify.annotations.NullMarked;
