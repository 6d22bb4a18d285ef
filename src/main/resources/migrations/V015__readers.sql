-- What readers did with an issue that went out by a target: numbers alone, never who they are.
create table readership (
  week           text not null,
  target         text not null,       -- its name in feeds.yaml, or the service's where a file was read
  asked          text not null,
  totalled       text not null,       -- the same of the totals
  measure        text not null,       -- what the numbers of links count: READERS, CLICKS or UNSAID
  recipients     integer,             -- null is what the service does not say
  opens          integer,
  clicks         integer,
  unsubscribes   integer,
  replies        integer,
  more_like_this integer,
  less_like_this integer,
  complete       integer not null,    -- 0 where the service tells only some of the links
  notes          text not null,       -- JSON array of sentences
  primary key (week, target)
);

create table link_clicks (
  week   text not null,
  target text not null,
  link   text not null,               -- an address of the issue's own, or one without what says who
  clicks integer not null,
  primary key (week, target, link)
);
