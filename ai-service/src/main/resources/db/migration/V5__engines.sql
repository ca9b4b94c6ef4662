-- What engines were used for: one row for every time one was asked. Kept when its session goes: a
-- provider's bill stays, and there is nothing clinical in it.
create table engine_use (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  session_id uuid not null,
  doctor_id uuid not null,
  engine text not null,
  model text not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null
);
create index engine_use_in_order on engine_use (at);

-- As turn_allowance, for drafts.
create table draft_allowance (
  account_id uuid primary key,
  due_at timestamptz not null
) with (fillfactor = 70);
