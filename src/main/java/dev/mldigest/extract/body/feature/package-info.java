/**
 * What can be said of the blocks of a page by numbers, a row each ({@link BlockFeatures}), and the
 * trees that weigh them ({@link Trees}).
 */
@NullMarked
package dev.mldigest.extract.body.feature;

import org.jspecify.annotations.NullMarked;
