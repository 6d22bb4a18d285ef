/** Sources with an interface of their own: repositories, forums, hubs and news services. */
@NullMarked
package dev.mldigest.fetch.service;

import org.jspecify.annotations.NullMarked;
