-- A copy of ai-service's interviews: where each stands. One that has ended or is gone stays, with its
-- version: a late fact must not bring it back. No reference to the chat, which may be gone first.
create table ai_session (
  id uuid primary key,
  chat_id uuid not null,
  started_at timestamptz not null,
  urgency text,
  understood boolean not null,
  summary_ready boolean not null,
  ended boolean not null,
  attended_at timestamptz,
  updated_at timestamptz not null,
  deleted boolean not null,
  version bigint not null,
  -- 0 once the doctor's side took note; until then the more urgent, the higher
  waits smallint not null generated always as (
    case
      when attended_at is not null then 0
      when urgency = 'red' then 4
      when urgency = 'yellow' then 3
      when urgency = 'green' then 2
      else 1
    end) stored
) with (fillfactor = 80);
-- The order in which a chat shows them; the first is the one.
create index ai_session_of_chat on ai_session (chat_id, waits desc, started_at desc, id desc)
  where not deleted;
