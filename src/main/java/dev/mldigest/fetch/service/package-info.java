/** Services with an interface or a form of feed of their own: one protocol each. */
@NullMarked
package dev.mldigest.fetch.service;

import org.jspecify.annotations.NullMarked;
