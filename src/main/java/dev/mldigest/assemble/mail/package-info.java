/**
 * The issue as an HTML mail: {@link dev.mldigest.assemble.mail.HtmlMail} within a page that the
 * editor may replace. Sending is left to {@code publish}.
 */
@NullMarked
package dev.mldigest.assemble.mail;

import org.jspecify.annotations.NullMarked;
