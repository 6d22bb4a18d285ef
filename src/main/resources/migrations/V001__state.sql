-- What is remembered of a source between polls.
create table source_state (
  source_id     text primary key,
  source_url    text not null,      -- the address as configured when this was remembered
  entity_tag    text,
  last_modified text,
  moved_to      text,
  body_hash     text,
  failures      integer not null,
  next_poll     text,               -- null: whenever; '9999-12-31T00:00:00Z': never again (410)
  last_success  text,
  polled_at     text not null,
  outcome       text not null,
  detail        text not null,
  entries       integer not null
);

-- Every poll, for the health of a source over time.
create table fetch (
  id        integer primary key,
  source_id text not null,
  at        text not null,
  outcome   text not null,
  detail    text not null,
  entries   integer not null
);
create index fetch_by_source on fetch (source_id, at);

create table entry (
  id         text primary key,
  source_id  text not null,
  guid       text,
  title      text not null,
  link       text,
  canonical  text,
  page       text not null,         -- the article it points to: its canonical key, or its own id without a link
  published  text,
  updated    text,
  date       text not null,
  first_seen text not null,
  authors    text not null,         -- JSON array
  categories text not null,         -- JSON array
  enclosures text not null,         -- JSON array
  summary    text,
  content    text
);
create index entry_by_date on entry (date);
create index entry_by_page on entry (page);

-- One row per page, however many entries point to it.
create table article (
  page      text primary key,
  outcome   text not null,          -- extracted, unreadable, missing
  reason    text not null,
  tried_at  text not null,
  url       text,
  title     text,
  byline    text,
  published text,
  language  text,
  site_name text,
  canonical text,
  kind      text,
  text      text,
  markdown  text,
  words     integer not null
);

-- The ledger: every entry is decided once, by the issue that considered it.
create table decision (
  entry_id text primary key,
  week     text not null,
  reason   text not null,
  detail   text not null,
  story_id text,
  score    real not null
);
create index decision_by_week on decision (week);

-- Every attempt to ask a model, appended the moment its answer arrives: what was billed is never lost.
create table model_call (
  id            integer primary key,
  call_key      text not null,
  at            text not null,
  task          text not null,
  item_id       text not null,
  model         text not null,
  outcome       text not null,
  status        integer not null,
  input_tokens  integer not null,
  output_tokens integer not null,
  millis        integer not null,
  reply         text
);
create index model_call_by_key on model_call (call_key);

create table issue (
  week        text primary key,
  state       text not null,        -- open, made
  window_from text not null,
  window_to   text not null,
  issue_json  text,
  generated   text,                 -- digest.md as it was last generated, the base of every merge
  written     text,                 -- digest.md as it was last written (with the editor's edits merged in)
  merged_from text                  -- the base the written text was merged on; null once the files hold it
);

create table summary (
  week     text not null,
  entry_id text not null,
  summary  text not null,           -- JSON
  primary key (week, entry_id)
);

-- What the editor did, as events; digest.md is their projection.
create table edit (
  id      integer primary key,
  week    text not null,
  at      text not null,
  item_id text,
  kind    text not null,
  detail  text not null
);
