package dev.mldigest.publish.mail;

import dev.mldigest.domain.Week;
import java.time.Instant;

/**
 * One issue as a mail is made of it.
 *
 * @param subject as readers see it; hostile until {@link Eml} has made a header of it
 * @param html with everything inline
 * @param text for mail programs that show no HTML
 * @param contentHash hexadecimal; the same content is the same message
 * @param date when the mail is written
 */
public record Letter(
    Week week, String subject, String html, String text, String contentHash, Instant date) {}
