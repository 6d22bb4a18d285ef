/**
 * The editor's own past issues, read from a folder by {@link
 * dev.mldigest.fetch.archive.ArchiveProtocol}.
 */
@NullMarked
package dev.mldigest.fetch.archive;

import org.jspecify.annotations.NullMarked;
