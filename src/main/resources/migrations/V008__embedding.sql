-- What texts mean, by the hash of model and text, so that nothing is computed twice and an issue made again comes out the same.
create table embedding (
  key    text primary key,
  steps  blob not null,
  used   text not null     -- the day; what no issue of the last weeks used is removed
);
