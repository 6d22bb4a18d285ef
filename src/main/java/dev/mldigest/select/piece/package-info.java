/**
 * A report as the selection reads it: a {@link dev.mldigest.select.piece.Piece}, its {@link
 * dev.mldigest.select.piece.Lead}, and its words as a {@link
 * dev.mldigest.select.piece.SparseVector} in the {@link dev.mldigest.select.piece.TermSpace} of a
 * batch.
 */
@NullMarked
package dev.mldigest.select.piece;

import org.jspecify.annotations.NullMarked;
