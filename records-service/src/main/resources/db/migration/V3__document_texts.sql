-- What stands at the beginning of a document, read once: its bytes never change. Null for one without text that can be read.
create table document_text (
  document_id uuid primary key references document on delete cascade,
  text text,
  read_at timestamptz not null
);
