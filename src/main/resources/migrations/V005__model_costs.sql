-- Which issue an attempt was for, what it cost by which prices, and whether its tokens are an estimate.
alter table model_call add column week text;
alter table model_call add column estimated integer not null default 0;
alter table model_call add column cost integer;          -- millionths of the currency's unit; null: no price was known
alter table model_call add column currency text;
alter table model_call add column priced text;           -- the day of the prices
alter table model_call add column reply_hash text;       -- SHA-256 of the reply: a damaged answer is no answer
create index model_call_by_week on model_call (week);

-- Answers that were used again instead of being paid for again.
create table model_reuse (
  id       integer primary key,
  call_id  integer not null references model_call (id),
  week     text not null,
  at       text not null
);
create index model_reuse_by_call on model_reuse (call_id);
