-- What was done to an issue, numbered from 1 and never changed; digest.md is what it comes to.
create table event (
  week    text not null,
  number  integer not null,
  at      text not null,
  author  text not null,              -- file, command, run, or a page's session
  kind    text not null,
  item_id text,
  words   text not null,              -- JSON array: what the act says besides
  delta   text not null,              -- JSON array: how the text of digest.md changed
  primary key (week, number)
);

-- What an issue was generated from since an event: undoing over a run brings it back.
create table edition (
  week       text not null,
  number     integer not null,        -- of the event
  generated  text not null,
  issue_json text not null,
  primary key (week, number)
);

-- What was approved, as it then stood: this is what is published.
create table revision (
  week       text not null,
  revision   integer not null,        -- from 1
  number     integer not null,        -- of the event that approved it
  at         text not null,
  override   text not null,           -- why, although something was found; empty where nothing was
  digest     text not null,           -- digest.md with its anchors
  issue_json text not null,
  primary key (week, revision)
);

-- digest.md as the last run left it: what went since then in one go may be a slip. Null: as written.
alter table issue add column stood text;
