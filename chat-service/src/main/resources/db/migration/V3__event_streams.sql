-- How far the event stream of each account has come. Whoever stores an event takes the next place here and holds the row until it commits: places
-- become visible in their order, so nobody who has read up to one has missed one before it.
create table event_stream (
  account_id uuid primary key,
  last_id bigint not null,
  -- up to here nothing is kept any more
  gone_to bigint not null default 0
) with (fillfactor = 70);

create table event (
  account_id uuid not null,
  id bigint not null,
  -- of what happened: the same for everybody who is told, and however often we hear of it
  source uuid not null,
  type text not null,
  at timestamptz not null,
  -- what it is about; and by these it is judged at delivery who may see that
  subject_id uuid,
  chat_id uuid,
  doctor_id uuid,
  patient_id uuid,
  hospital_id uuid,
  stored_at timestamptz not null,
  primary key (account_id, id),
  constraint event_told_once unique (account_id, source)
);
create index event_to_forget on event (stored_at);
-- for an account that comes to speak for a patient
create index event_of_patient on event (patient_id, at);
