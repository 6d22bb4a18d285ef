/**
 * The issue as a mail: a file that any mail program opens, and a test to the editor's own address.
 * Nothing here can write to a list: there is one recipient, and the settings name it.
 */
@NullMarked
package dev.mldigest.publish.mail;

import org.jspecify.annotations.NullMarked;
