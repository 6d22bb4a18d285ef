/**
 * How services are asked: one request, its answer or what became of it, without a secret in any
 * sentence.
 */
@NullMarked
package dev.mldigest.publish.service.call;

import org.jspecify.annotations.NullMarked;
