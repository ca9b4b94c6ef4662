create table second_factor (
  account_id uuid primary key references account on delete cascade,
  sealed bytea not null, -- the secret, with a key that is not in the database
  confirmed_at timestamptz, -- it counts from then on
  last_step bigint not null default 0 -- of the newest code that was used: each is good once
);

create table recovery_code (
  account_id uuid not null references second_factor on delete cascade,
  hash bytea not null, -- SHA-256 of 80 random bits
  primary key (account_id, hash)
);

-- Between the two steps of a login.
create table mfa_token (
  hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  login bytea not null, -- as in login_failure
  password_at timestamptz not null, -- the password for which it was given: it ends with that
  enrol boolean not null,
  wrong integer not null default 0,
  expires_at timestamptz not null
);
create index mfa_token_of_account on mfa_token (account_id);
create index mfa_token_expires on mfa_token (expires_at);

create table wrong_code (
  id bigint generated always as identity primary key,
  account_id uuid not null references account on delete cascade,
  at timestamptz not null
);
create index wrong_code_of_account on wrong_code (account_id, at);
create index wrong_code_at on wrong_code (at);
