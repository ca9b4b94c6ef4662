-- A copy of chat-service's chats: whose they are. A deleted one stays, with its version: a late fact
-- must not bring it back.
create table chat_party (
  chat_id uuid primary key,
  doctor_id uuid not null,
  patient_id uuid not null,
  deleted boolean not null,
  version bigint not null
);

create table ai_session (
  id uuid primary key,
  chat_id uuid not null references chat_party,
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  engine text not null,
  -- null before the first message, then never lowered
  urgency text check (urgency in ('green', 'yellow', 'red')),
  urgency_rule text,
  last_seq int not null default 0,
  -- messages of the patient side, whichever way they came
  question_count int not null default 0,
  -- The turn that is under way and until when it has the session to itself. A turn whose process
  -- died loses it by time.
  turn_message uuid,
  turn_until timestamptz
) with (fillfactor = 80);
create index ai_session_of_chat on ai_session (chat_id);

create table ai_message (
  id uuid primary key,
  session_id uuid not null references ai_session on delete cascade,
  seq int not null,
  -- the account that wrote it
  author_id uuid not null,
  message text not null,
  -- null until it is answered, and for ever if the answer was cancelled or its process died
  response text,
  is_summary boolean not null default false,
  engine text,
  at timestamptz not null,
  constraint ai_message_in_order unique (session_id, seq)
) with (fillfactor = 80);
create index ai_message_summary on ai_message (session_id, seq) where is_summary;

-- Drafts for the doctor: apart from the session, of which they are no part.
create table suggested_response (
  id uuid primary key,
  session_id uuid not null references ai_session on delete cascade,
  author_id uuid not null,
  suggested_response text not null,
  engine text not null,
  created_at timestamptz not null
);
create index suggested_response_of_session on suggested_response (session_id, created_at, id);

-- How much of its allowance of turns an account has used: the time at which, turns coming at the
-- allowed rate, the next one would be due (generic cell rate algorithm, ITU-T I.371).
create table turn_allowance (
  account_id uuid primary key,
  due_at timestamptz not null
) with (fillfactor = 70);
