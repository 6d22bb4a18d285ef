/**
 * When a model may be asked: the limits of an account, its service's overload and failures, and the
 * time all of it is counted in. It knows of calls how many tokens they may take, and nothing else.
 */
@NullMarked
package dev.mldigest.model.pace;

import org.jspecify.annotations.NullMarked;
