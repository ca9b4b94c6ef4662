alter table ai_session
  -- the chat's two sides, which never change: with them the order of each list is one index
  add column doctor_id uuid,
  add column patient_id uuid,
  add column summary_ready boolean not null default false,
  -- the newest message of the chat as which the summary was sent
  add column summary_message_id uuid,
  add column summary_message_seq bigint,
  -- when the doctor's side took note; null while the session waits for it
  add column attended_at timestamptz,
  add column updated_at timestamptz,
  -- of the facts that tell the session whole
  add column version bigint not null default 0,
  -- false for a session of before there were such facts, until somebody tells it
  add column told boolean not null default false;

update ai_session s set
  doctor_id = c.doctor_id, patient_id = c.patient_id,
  summary_ready = exists (select 1 from ai_message m where m.session_id = s.id and m.is_summary),
  updated_at = greatest(
    s.started_at, s.ended_at, (select max(m.at) from ai_message m where m.session_id = s.id))
from chat_party c where c.chat_id = s.chat_id;

alter table ai_session
  -- The order of the doctor's work: what waits before what does not, red before yellow before green
  -- before nothing said yet, and of equals whoever waits longest.
  add column place smallint not null generated always as (
    case when attended_at is null then 0 else 4 end
      + case urgency when 'red' then 0 when 'yellow' then 1 when 'green' then 2 else 3 end) stored,
  add column waits_since timestamptz not null
    generated always as (coalesce(urgency_at, started_at)) stored;

create index ai_session_in_order on ai_session (place, waits_since, id);
create index ai_session_of_doctor on ai_session (doctor_id, place, waits_since, id);
create index ai_session_of_patient on ai_session (patient_id, place, waits_since, id);
create index ai_session_of_chat_in_order on ai_session (chat_id, place, waits_since, id);
drop index ai_session_of_chat;
create index ai_session_untold on ai_session (id) where not told;

-- A message that a client sends again under its own id is the same message.
alter table ai_message add column client_message_id text;
create unique index ai_message_sent_once on ai_message (session_id, author_id, client_message_id)
  where client_message_id is not null;
