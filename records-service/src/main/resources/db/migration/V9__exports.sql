-- Who is getting an export. What an instance that was killed left is over with its lease.
create table export_run (
  account_id uuid primary key,
  run uuid not null,
  leased_until timestamptz not null
);
-- All that there is of a patient.
create index attachment_of_patient_anywhere on attachment (patient_id, created_at, id);
create index chat_document_of_patient on chat_document (patient_id);
create index document_of_labelled_patient on document (label_patient_id) where label_patient_id is not null;
