-- What a doctor has set, as it was sent: it is read and written whole. Times are those of a clock on the wall.
create table working_hours (
    doctor_id uuid primary key,
    timezone  text  not null,
    weekly    jsonb not null,
    days_off  jsonb not null
);
