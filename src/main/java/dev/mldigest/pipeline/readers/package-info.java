/**
 * What readers did with issues that went out: {@link dev.mldigest.pipeline.readers.ReaderDesk} asks
 * and keeps it, {@link dev.mldigest.pipeline.readers.ReaderReport} sets it against the items. It is
 * told to the editor and taught to nothing.
 */
@NullMarked
package dev.mldigest.pipeline.readers;

import org.jspecify.annotations.NullMarked;
