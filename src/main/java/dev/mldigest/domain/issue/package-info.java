/**
 * What an issue is made of, from candidates over stories and summaries to what earlier issues held.
 */
@NullMarked
package dev.mldigest.domain.issue;

import org.jspecify.annotations.NullMarked;
