-- Whoever has the token may set a new password, once.
create table password_link (
  hash bytea primary key, -- SHA-256 of 256 random bits
  account_id uuid not null references account on delete cascade,
  by_admin boolean not null,
  expires_at timestamptz not null
);
create index password_link_of_account on password_link (account_id);
create index password_link_expires on password_link (expires_at);

-- Who said that they forgot their password, until a letter is made of it, or not: there may be no such
-- account, which the answer must not tell by its time.
create table forgotten_password (
  id bigint generated always as identity primary key,
  email text not null
);

-- One row for each thing of which there may be only so many within some time.
create table counted (
  id bigint generated always as identity primary key,
  what text not null,
  whose text not null,
  at timestamptz not null
);
create index counted_of on counted (what, whose, at);
create index counted_at on counted (at);
