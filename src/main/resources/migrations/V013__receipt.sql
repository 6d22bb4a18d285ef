-- Drafts that were made, or were about to be made, of an issue in a newsletter service.
create table receipt (
  target      text not null,          -- its name in feeds.yaml
  week        text not null,
  hash        text not null,          -- of what was sent
  step        text not null,          -- ASKED, MADE or READ
  service_id  text not null,          -- empty while none is known
  updated     text not null,          -- when the service says that it was last changed; may be empty
  fingerprint text not null,          -- hash of what was read back; empty while nothing was
  at          text not null,
  primary key (target, week, hash)
);
