/** What is known of the services that models are asked at. */
@NullMarked
package dev.mldigest.domain.provider;

import org.jspecify.annotations.NullMarked;
