-- What a source stated last is looked at whenever it is polled.
create index entry_by_source on entry (source_id, date);
