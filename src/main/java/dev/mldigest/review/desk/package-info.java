/**
 * Where an issue is edited. Every front end (commands, a page, any program that saves digest.md)
 * goes by one class, {@link dev.mldigest.review.desk.Desk}:
 *
 * <ul>
 *   <li>{@code load()} takes in what was typed into the file and gives the {@link
 *       dev.mldigest.review.desk.IssueState} with its number;
 *   <li>{@code append(act, expected, author)} gives the new state, a conflict, or one sentence why
 *       not;
 *   <li>{@code undo}, {@code again}, {@code at(number)}, {@code history()};
 *   <li>{@code subscribe} tells of every change, whoever made it.
 * </ul>
 *
 * <p>What happened are {@link dev.mldigest.review.desk.Event}s, numbered from 1 and never changed;
 * the state is their fold ({@link dev.mldigest.review.desk.History}), the file its projection.
 * Where events are kept ({@link dev.mldigest.review.desk.Journal}) and where the file is ({@link
 * dev.mldigest.review.desk.Sheet}) is for others to say.
 */
@NullMarked
package dev.mldigest.review.desk;

import org.jspecify.annotations.NullMarked;
