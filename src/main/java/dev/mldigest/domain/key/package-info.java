/**
 * The keys of the review page: one table (keys.tsv), which the page's script, its buttons, its
 * help, the documentation and the tests all go by.
 */
@NullMarked
package dev.mldigest.domain.key;

import org.jspecify.annotations.NullMarked;
