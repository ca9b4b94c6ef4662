create table account (
  id uuid primary key,
  -- stored lower-case; null once the account is deleted or its sign-up given up, so that it is free
  email text,
  role text not null check (role in ('ADMIN', 'DOCTOR', 'PATIENT', 'HOSPITAL')),
  -- PENDING: its profile is not known to exist yet. ABANDONED: it will not, and what the directory
  -- may have of it is still to be removed.
  status text not null
    check (status in ('PENDING', 'ACTIVE', 'DEACTIVATED', 'DELETED', 'ABANDONED')),
  name text,
  contact text,
  address text,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  check (email is null = (status in ('DELETED', 'ABANDONED')))
);
create unique index account_email on account (email);
create index account_listed on account (created_at, id) where status in ('ACTIVE', 'DEACTIVATED');
create index account_unfinished on account (created_at) where status in ('PENDING', 'ABANDONED');
create index account_admin on account (status) where role = 'ADMIN';

create table credential (
  account_id uuid primary key references account on delete cascade,
  hash text not null, -- Argon2id with its parameters and salt, in the PHC string format
  changed_at timestamptz not null
);

create table session (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  created_at timestamptz not null,
  issued_at timestamptz not null,  -- of its newest access token
  expires_at timestamptz not null, -- of its newest refresh token
  ended_at timestamptz
);
create index session_of_account on session (account_id) where ended_at is null;
create index session_expires on session (expires_at);

create table refresh_token (
  hash bytea primary key, -- SHA-256 of 256 random bits
  session_id uuid not null references session on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_of_session on refresh_token (session_id);

-- The private half is sealed with a key that is not in the database.
create table signing_key (
  kid text primary key,
  public_jwk text not null,
  sealed bytea not null,
  signs_from timestamptz not null,
  retires_at timestamptz -- when its last token has expired; null until its successor is known
);

-- One row a failed login. Who was meant is a digest: what is typed there may be a password.
create table login_failure (
  id bigint generated always as identity primary key,
  login bytea not null,
  address text not null,
  at timestamptz not null,
  cleared boolean not null default false -- by a success of the same pair
);
create index login_failure_of_pair on login_failure (login, address, at) where not cleared;
create index login_failure_of_login on login_failure (login, at);
create index login_failure_of_address on login_failure (address, at);
create index login_failure_at on login_failure (at);

-- Where an account has logged in from.
create table known_address (
  account_id uuid not null references account on delete cascade,
  address text not null,
  last_at timestamptz not null,
  primary key (account_id, address)
);
