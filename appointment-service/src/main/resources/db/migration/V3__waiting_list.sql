-- Who waits for a time of a doctor. An open offer is a row of claim under the entry's id, with an end of validity.
create table waitlist_entry (
    id               uuid primary key,
    doctor_id        uuid        not null,
    patient_id       uuid        not null,
    hospital_id      uuid,
    from_time        timestamptz not null,
    to_time          timestamptz not null check (to_time > from_time),
    duration_minutes integer     not null check (duration_minutes between 5 and 480),
    type             text        not null check (type in ('remote', 'regular', 'emergency')),
    status           text        not null check (status in ('waiting', 'offered', 'booked', 'expired', 'cancelled')),
    passed           uuid[]      not null default '{}', -- by whom the time of the open offer was passed on before
    created_at       timestamptz not null,
    version          bigint      not null default 1
);

create unique index waits_once on waitlist_entry (doctor_id, patient_id) where status in ('waiting', 'offered');
create index waitlist_of_doctor on waitlist_entry (doctor_id, created_at, id);
create index waitlist_of_patient on waitlist_entry (patient_id, created_at, id);
create index waitlist_of_hospital on waitlist_entry (hospital_id, created_at, id) where hospital_id is not null;
create index waitlist_in_order on waitlist_entry (created_at, id);
create index waiting_until on waitlist_entry (to_time) where status = 'waiting';

-- A time that got free and could not be offered at once, since the next one in line was busy in that moment.
create table freed_time (
    id        uuid primary key,
    doctor_id uuid      not null,
    during    tstzrange not null check (not isempty(during)),
    passed    uuid[]    not null
);

create index claim_held_until on claim (expires_at) where expires_at is not null;
