-- Answers of which nothing came to use: they were paid for, and are no more counted as useful.
alter table model_call add column unused integer not null default 0;
