create extension if not exists btree_gist;

create table appointment (
    id                  uuid primary key,
    doctor_id           uuid        not null,
    patient_id          uuid        not null,
    hospital_id         uuid,
    starts_at           timestamptz not null,
    ends_at             timestamptz not null,
    duration_minutes    integer     not null check (duration_minutes between 5 and 480),
    type                text        not null check (type in ('remote', 'regular', 'emergency')),
    status              text        not null check (status in ('scheduled', 'rescheduled', 'completed', 'cancelled', 'no_show')),
    extras              jsonb,
    cancelled_by        uuid,
    cancellation_reason text,
    created_at          timestamptz not null,
    updated_at          timestamptz,
    version             bigint      not null,
    check (ends_at = starts_at + make_interval(mins => duration_minutes)),
    check (status <> 'cancelled' or cancelled_by is not null)
);

create index appointment_in_order on appointment (created_at, id);
create index appointment_of_doctor on appointment (doctor_id, created_at, id);
create index appointment_of_patient on appointment (patient_id, created_at, id);
create index appointment_of_hospital on appointment (hospital_id, created_at, id) where hospital_id is not null;

-- Who has taken which time. An active appointment has one row here under its own id; what else will occupy time (a hold of the waiting list) gets rows
-- of the same kind, so that one pair of constraints guards all of it.
create table claim (
    id         uuid primary key,
    doctor_id  uuid      not null,
    patient_id uuid      not null,
    during     tstzrange not null check (not isempty(during)),
    expires_at timestamptz,
    constraint doctor_is_free exclude using gist (doctor_id with =, during with &&),
    constraint patient_is_free exclude using gist (patient_id with =, during with &&)
);
