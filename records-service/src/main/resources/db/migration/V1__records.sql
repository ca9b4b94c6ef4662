-- A file's row. Its bytes are the object of the same id in the object store and never change.
create table document (
  id uuid primary key,
  -- pending: its bytes are on their way, or the chat that sent it has not confirmed it yet
  status text not null check (status in ('pending', 'available', 'rejected')),
  file_name text not null,
  -- the next three are known when the bytes are stored
  size bigint,
  content_type text,
  sha256 text,
  is_public boolean not null default false,
  document_type text not null check (document_type in ('case_history', 'report', 'other')),
  uploaded_by uuid not null,
  uploaded_by_role text not null,
  remark text,
  entity_id text,
  -- the patient whose readers may read it because entity_id names something of that patient which
  -- whoever set it may write; null for a label without effect
  label_patient_id uuid,
  created_at timestamptz not null,
  check (status = 'pending' or sha256 is not null)
);
create index document_pending on document (created_at) where status = 'pending';

create table case_history (
  id uuid primary key,
  patient_id uuid not null,
  summary text,
  ai_summary text,
  documents text, -- a JSON array of strings, as sent
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz
);
create index case_history_newest on case_history (patient_id, created_at desc, id desc);

create table report (
  id uuid primary key,
  patient_id uuid not null,
  title text not null,
  description text,
  report_type text not null,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz
);
create index report_in_order on report (patient_id, created_at, id);

-- A document's place in a patient's record: what the contract calls CaseDoc and ReportDoc.
create table attachment (
  id uuid primary key,
  document_id uuid not null references document,
  patient_id uuid not null,
  case_history_id uuid references case_history,
  report_id uuid references report,
  attached_by uuid not null,
  attached_by_role text not null,
  remark text,
  created_at timestamptz not null,
  check (num_nonnulls(case_history_id, report_id) = 1),
  constraint attached_once_to_case_history unique (case_history_id, document_id),
  constraint attached_once_to_report unique (report_id, document_id)
);
create index attachment_of_document on attachment (document_id);
create index attachment_of_patient on attachment (patient_id, created_at, id)
  where case_history_id is not null;
create index attachment_of_case_history on attachment (case_history_id, created_at, id);
create index attachment_of_report on attachment (report_id, created_at, id);

-- Where documents were sent: a copy of what chat-service tells.
create table chat_document (
  document_id uuid not null references document on delete cascade,
  chat_id uuid not null,
  doctor_id uuid not null,
  patient_id uuid not null,
  primary key (document_id, chat_id)
);

-- A deleted chat stays known as such: a late message of it must not make its parties readers again.
create table gone_chat (
  chat_id uuid primary key
);

create table download_token (
  hash bytea primary key,
  document_id uuid not null references document on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index download_token_of_document on download_token (document_id);
create index download_token_expired on download_token (expires_at);
