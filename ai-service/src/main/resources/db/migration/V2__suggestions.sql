-- What doctors say of problems that come up again and again, with one slot for feedback.
create table suggestion (
  id uuid primary key,
  doctor_id uuid not null,
  problem text not null,
  description text,
  feedback text,
  feedback_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz,
  check ((feedback is null) = (feedback_at is null))
);
create index suggestion_in_order on suggestion (created_at, id);
create index suggestion_of_doctor on suggestion (doctor_id, created_at, id);
