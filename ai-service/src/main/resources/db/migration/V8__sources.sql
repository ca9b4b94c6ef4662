-- What was cited, as it stood: a case history that is changed later still shows what was read.
create table cited_text (
  id uuid primary key,
  session_id uuid not null references ai_session on delete cascade,
  kind text not null check (kind in ('message', 'case_history', 'document', 'posted')),
  resource_id uuid not null,
  version bigint not null,
  sha256 bytea not null,
  text text not null,
  constraint cited_text_once unique (session_id, kind, resource_id, version, sha256)
);

create table citation (
  id uuid primary key,
  text_id uuid not null references cited_text on delete cascade,
  -- in UTF-16 code units of the text
  starts int not null,
  ends int not null,
  check (0 <= starts and starts <= ends)
);
create index citation_of_text on citation (text_id);

-- What a text says of the patient, whether that holds, and the citations; null if it was never judged.
alter table ai_message
  add column statements jsonb,
  -- of a summary: grows when somebody edits it
  add column text_version int not null default 1;

alter table suggested_response
  add column statements jsonb,
  -- which parts of the record could be read
  add column record_read jsonb;
