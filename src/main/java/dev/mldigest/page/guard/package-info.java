/**
 * Who is let in. A page on a local port is within reach of every site that the editor's browser
 * shows and of every program on the machine, so each request is judged before anything is done.
 */
@NullMarked
package dev.mldigest.page.guard;

import org.jspecify.annotations.NullMarked;
