/**
 * A page as it arrived: decoded and parsed by {@link Page}, laid out flat as an {@link Outline}.
 */
@NullMarked
package dev.mldigest.extract.page;

import org.jspecify.annotations.NullMarked;
