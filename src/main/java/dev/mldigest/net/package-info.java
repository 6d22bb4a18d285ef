/**
 * Reaching the world by one client ({@link dev.mldigest.net.Transport}): which addresses may be
 * connected to, names resolved in time, secure connections. What is asked and what an answer means
 * is left to {@code fetch} and {@code model}.
 */
@NullMarked
package dev.mldigest.net;

import org.jspecify.annotations.NullMarked;
