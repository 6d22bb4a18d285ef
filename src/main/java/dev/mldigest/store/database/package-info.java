/**
 * One SQLite file: found, opened, brought up to date and asked. {@link
 * dev.mldigest.store.database.Database} runs what one transaction holds, a {@link
 * dev.mldigest.store.database.Session} the statements by their names, {@link
 * dev.mldigest.store.database.Rows} reads their columns; what fails is a {@link
 * dev.mldigest.store.database.StateException} of one sentence.
 */
@NullMarked
package dev.mldigest.store.database;

import org.jspecify.annotations.NullMarked;
