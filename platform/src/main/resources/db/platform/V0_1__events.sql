-- Facts that were committed and that the broker has not acknowledged yet.
create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  topic text not null,
  cleanup text not null, -- the topic's cleanup policy, for the relay that may have to create it
  key text not null,
  type text not null,
  headers text not null, -- a JSON object, as they go over the wire
  body bytea not null,
  created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- What a consumer has done that must not be done twice.
create table inbox (
  event_id uuid not null,
  consumer text not null,
  at timestamptz not null default now(),
  primary key (event_id, consumer)
);
create index inbox_at on inbox (at);

-- Facts that a consumer could not handle, and those of the same key that wait behind them. A row
-- with dead_at is a dead letter: nothing waits for it, and it stays until it is replayed.
create table parked_fact (
  id bigint generated always as identity primary key,
  consumer text not null,
  topic text not null,
  key text not null,
  event_id uuid not null,
  headers text not null,
  body bytea not null,
  cause text,
  tries int not null,
  next_try_at timestamptz not null,
  parked_at timestamptz not null default now(),
  dead_at timestamptz,
  unique (consumer, event_id)
);
create index parked_fact_waiting on parked_fact (consumer, topic, key, id) where dead_at is null;
create index parked_fact_due on parked_fact (next_try_at) where dead_at is null;
create index parked_fact_dead on parked_fact (consumer) where dead_at is not null;
