-- What a source's coverage is proven by, and what its server asked for.
alter table source_state add column moves integer not null default 0;   -- answers in a row by way of moved_to
alter table source_state add column not_before text;                    -- politeness: max-age, ttl, Retry-After, back-off
alter table source_state add column covered_from text;
alter table source_state add column covered_to text;                    -- watermark

-- Time of which a source's entries may be missing: its document had moved on before it was read again.
create table gap (
  id        integer primary key,
  source_id text not null,
  since     text not null,
  until     text not null,
  reason    text not null,
  found_at  text not null
);
create index gap_by_source on gap (source_id, until);

-- Hosts, or groups of hosts with one rule, that must be left alone until then, over restarts.
create table host_pause (
  host  text primary key,
  until text not null
);

alter table entry add column transcripts text not null default '[]';    -- JSON array
alter table entry add column points integer not null default 0;
alter table entry add column comments integer not null default 0;
alter table entry add column withdrawn integer not null default 0;
