-- Case histories whose text has to be made: ids only, the words stay in records-service. A row goes
-- when its text was handed in, and is given back by time when the process that had it died.
create table case_history_task (
  case_history_id uuid primary key,
  patient_id uuid not null,
  version bigint not null,
  tries int not null default 0,
  due_at timestamptz not null,
  noted_at timestamptz not null
) with (fillfactor = 70);
create index case_history_task_due on case_history_task (due_at);

-- Such a text belongs to no interview.
alter table engine_use
  alter column session_id drop not null,
  alter column doctor_id drop not null;
