/** Addresses: their canonical form, what stays out of logs, and which work they lead to. */
@NullMarked
package dev.mldigest.web;

import org.jspecify.annotations.NullMarked;
