-- How a filing was merged, as long as its files are not known to be written (then merged_from is not null).
alter table issue add column merged_with text;   -- the editor's file it was merged with; null: there was none
alter table issue add column earlier_json text;  -- the issue that merged_from was generated from

-- What each version of a digest.md was edited from: bringing the version back brings this back with it.
create table kept (
  id         integer primary key,
  week       text not null,
  hash       text not null,           -- of the version's text
  generated  text not null,
  issue_json text not null
);
create index kept_by_week on kept (week, hash);
