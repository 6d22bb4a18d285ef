-- What a 304 does not repeat: how often the source wants to be asked, and how often it needs to be.
alter table source_state add column pace text not null default '{}';    -- JSON: every (seconds), skipHours, skipDays
alter table source_state add column every integer;                      -- seconds; null: not known yet

-- JSON: the address and all else the source is asked for, without its key; null: remembered before this was kept.
alter table source_state add column asked_for text;
