create table chat (
  id uuid primary key,
  doctor_id uuid not null,
  patient_id uuid not null,
  is_active_for_doctor boolean not null,
  is_active_for_patient boolean not null,
  -- explicitly deactivated: remembered until somebody activates the chat or opens it anew
  deactivated boolean not null default false,
  last_seq bigint not null default 0,
  -- of the facts told about the chat; messages do not count
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz,
  constraint chat_of_pair unique (doctor_id, patient_id)
) with (fillfactor = 70);
create index chat_in_order on chat (created_at, id);
create index chat_of_doctor on chat (doctor_id, created_at, id);
create index chat_of_patient on chat (patient_id, created_at, id);

create table message (
  id uuid primary key,
  chat_id uuid not null references chat on delete cascade,
  seq bigint not null,
  from_doctor boolean not null,
  -- the account that really wrote it: a parent writes for the patient, an admin for either side
  author_id uuid not null,
  client_message_id text,
  body text not null,
  message_type text not null,
  document_id uuid,
  file_details text, -- a JSON object without the links, which are made when it is read
  ai_session_id uuid,
  is_read boolean not null default false,
  sent_at timestamptz not null,
  constraint message_in_order unique (chat_id, seq)
) with (fillfactor = 90);
-- Per account and not per side: the parents of one child share a side.
create unique index message_sent_once on message (chat_id, author_id, client_message_id)
  where client_message_id is not null;
create index message_unread on message (chat_id, from_doctor, seq) where not is_read;
create index message_with_document on message (document_id) where document_id is not null;

-- How far each side has been handed the messages. Not on the chat row, which every message locks;
-- both rows are made with the chat, so that keeping them never touches it.
create table watermark (
  chat_id uuid not null references chat on delete cascade,
  doctor_side boolean not null,
  delivered_seq bigint not null default 0,
  primary key (chat_id, doctor_side)
) with (fillfactor = 70);
