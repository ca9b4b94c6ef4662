-- A calendar of an account that calendar programs read by a token; of the token only its hash is here.
create table calendar_feed (
    account_id uuid primary key,
    role       text        not null check (role in ('doctor', 'patient', 'hospital')),
    token_hash bytea       not null unique,
    created_at timestamptz not null
);

-- Accounts as auth-service tells them; one that was never told of is active. An ending is a row.
create table account_state (
    account_id uuid primary key,
    active     boolean not null,
    version    bigint  not null
);

create index appointment_of_doctor_by_time on appointment (doctor_id, starts_at);
create index appointment_of_patient_by_time on appointment (patient_id, starts_at);
create index appointment_of_hospital_by_time on appointment (hospital_id, starts_at) where hospital_id is not null;
