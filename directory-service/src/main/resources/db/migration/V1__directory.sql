-- Every profile that exists or existed. The row outlives the profile: a removed id never comes back,
-- and the mappings that ended with it keep their versions. An id that was removed before it was ever
-- made (a sign-up that was given up) has no kind.
create table profile (
  id uuid primary key,
  kind text check (kind in ('doctor', 'patient', 'hospital')),
  own_account boolean not null, -- an account of the same id stands behind it
  active boolean not null,
  version bigint not null,
  changed_at timestamptz not null,
  check (kind is not null or not active)
);

create table doctor (
  id uuid primary key references profile,
  name text not null,
  photo text,
  designation text,
  experience integer check (experience >= 0),
  details text,
  contact text,
  shift_time_start time,
  shift_time_end time,
  created_at timestamptz not null,
  updated_at timestamptz,
  version bigint not null
);
create index doctor_in_order on doctor (created_at, id);

create table patient (
  id uuid primary key references profile,
  user_id uuid, -- the account of the same id, or the owner of a dependant
  name text not null,
  dob date,
  gender text check (gender in ('male', 'female', 'other')),
  contact text,
  photo text,
  age integer check (age >= 0),
  blood_group text,
  height integer check (height >= 0),
  weight integer check (weight >= 0),
  medical_info jsonb,
  emergency_contact_name text,
  emergency_contact_number text,
  created_at timestamptz not null,
  updated_at timestamptz,
  version bigint not null
);
create index patient_in_order on patient (created_at, id);
create index patient_by_user on patient (user_id);

create table hospital (
  id uuid primary key references profile,
  user_id uuid, -- the account of the same id, or the owner of an additional hospital
  name text not null,
  email text not null,
  address text,
  city text,
  state text,
  country text,
  contact text,
  pin_code text,
  specialities jsonb,
  link text,
  website text,
  created_at timestamptz not null,
  updated_at timestamptz,
  version bigint not null
);
create unique index hospital_email on hospital (lower(email));
create index hospital_in_order on hospital (created_at, id);
create index hospital_by_user on hospital (user_id);

-- What joins two parties. An ended row stays, with its version; when the pair is joined again the
-- row begins anew with a new id and a higher version.
create table hospital_doctor (
  id uuid primary key,
  hospital_id uuid not null references profile,
  doctor_id uuid not null references profile,
  active boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  unique (hospital_id, doctor_id)
);
create index hospital_doctor_in_order on hospital_doctor (created_at, id) where active;
create index hospital_doctor_by_doctor on hospital_doctor (doctor_id);

create table hospital_patient (
  id uuid primary key,
  hospital_id uuid not null references profile,
  patient_id uuid not null references profile,
  active boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  unique (hospital_id, patient_id)
);
create index hospital_patient_in_order on hospital_patient (created_at, id) where active;
create index hospital_patient_by_patient on hospital_patient (patient_id);

create table doctor_patient (
  id uuid primary key,
  doctor_id uuid not null references profile,
  patient_id uuid not null references profile,
  active boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  unique (doctor_id, patient_id)
);
create index doctor_patient_in_order on doctor_patient (created_at, id) where active;
create index doctor_patient_by_patient on doctor_patient (patient_id);

-- user_id names an account, which may have no profile here (an admin's).
create table user_patient (
  id uuid primary key,
  user_id uuid not null,
  patient_id uuid not null references profile,
  relation text not null check (relation in
    ('self', 'wife', 'husband', 'child', 'parent', 'guardian', 'friend', 'doctor', 'other')),
  active boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  unique (user_id, patient_id),
  check ((relation = 'self') = (user_id = patient_id))
);
create index user_patient_by_patient on user_patient (patient_id);

create table patient_owner (
  id uuid primary key,
  user_id uuid not null references profile,
  patient_id uuid not null references profile,
  active boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  unique (user_id, patient_id)
);
create index patient_owner_by_patient on patient_owner (patient_id);

create table hospital_owner (
  id uuid primary key,
  user_id uuid not null references profile,
  hospital_id uuid not null references profile,
  active boolean not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  unique (user_id, hospital_id)
);
create index hospital_owner_by_hospital on hospital_owner (hospital_id);

-- Copies of what other services own, each row as new as its version.
create table account (
  id uuid primary key,
  role text not null,
  deleted boolean not null,
  version bigint not null
);

create table doctor_chat (
  chat_id uuid primary key,
  doctor_id uuid not null,
  patient_id uuid not null,
  active boolean not null,
  deleted boolean not null,
  version bigint not null
);
create index doctor_chat_by_patient on doctor_chat (patient_id, doctor_id);
