/** RSS, Atom, RDF and JSON feeds, whatever their makers made of them. */
@NullMarked
package dev.mldigest.fetch.feed;

import org.jspecify.annotations.NullMarked;
