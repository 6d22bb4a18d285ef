/**
 * Newsletter services: each makes a draft of an approved issue, and {@link
 * dev.mldigest.publish.service.draft.DraftTarget} sees to it that there is one of it and that it
 * stays a draft. {@link dev.mldigest.publish.service.Services} is the door.
 *
 * <p>To add a service: a constant in {@code domain.settings.TargetKind} with the keys of feeds.yaml
 * it wants; a class in {@code campaign} or {@code post} that implements {@link
 * dev.mldigest.publish.service.draft.DraftService} over {@link
 * dev.mldigest.publish.service.call.JsonHttp}, with its interface's version pinned, {@code draft}
 * said explicitly and the template language made harmless by {@link
 * dev.mldigest.publish.template.TemplateLanguage}; a case in {@link
 * dev.mldigest.publish.service.Services}; a fake in {@code testkit} that checks requests as
 * strictly as the service does and renders its template language, and a line for it in {@code
 * ServiceRetriesTest}; a section in docs/publishing.md. What is no service with drafts (a mail, a
 * folder) implements {@link dev.mldigest.publish.Target} itself.
 *
 * <p>What a service counts of readers is asked by a {@link
 * dev.mldigest.publish.service.count.ReaderCounts} beside it, behind the door {@link
 * dev.mldigest.publish.service.ReaderServices}.
 */
@NullMarked
package dev.mldigest.publish.service;

import org.jspecify.annotations.NullMarked;
