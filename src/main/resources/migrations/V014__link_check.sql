-- What became of links that readers will follow, so that nobody is asked twice for one issue.
create table link_check (
  address  text primary key,
  at       text not null,
  ending   text not null,             -- alive, gone, unknown host, unsure, not asked
  landed   text not null,             -- where it led to; empty where nobody answered
  sentence text not null
);
