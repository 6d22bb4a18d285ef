/** Services that hold a mail to a list: a campaign, a broadcast, an e-mail. */
@NullMarked
package dev.mldigest.publish.service.campaign;

import org.jspecify.annotations.NullMarked;
