/**
 * Newsletters as they came by mail, read from files by {@link
 * dev.mldigest.fetch.mail.MailProtocol}. Asks for nothing: what a mail wants to be fetched stays
 * where it is.
 */
@NullMarked
package dev.mldigest.fetch.mail;

import org.jspecify.annotations.NullMarked;
